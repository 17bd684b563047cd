import { english, wordFor } from '../../ui/words';

/** What the rules that draw marks do, by the stable names they have in the evidence. */
const SENTENCES: { readonly [rule: string]: string | undefined } = {
  'recorded-segment': 'The data records this segment with both ends',
  'recorded-without-end': 'The data records this segment without an end, so it lasts as long as its leg',
  'time-field': 'The data states this instant',
  'observed-change': 'Two looks at the conversation differ: it changed at the first that shows it',
  'stated-length': 'The data states a length without saying where it lies',
  'alerting-start-unknown': 'The leg began before it was answered, so it was ringing until then',
  'alerting-end-unknown': 'When it was answered is not known: it was ringing at most until then',
  'alerting-limit': 'The offer had to be answered within the time the data states',
  'connected-until-end': 'Connected until the leg ended',
  'connected-until-next': 'Connected until the next thing the data knows of',
  'connected-from-start': 'No time of connecting is stated, so the start of the leg stands for it',
  'alerting-until-end': 'Ringing until the leg ended without an answer',
  'alerting-until-next': 'Ringing until it was answered',
  'dialing-until-end': 'Dialing until the leg ended',
  'dialing-until-next': 'Dialing until the leg connected',
  'contacting-until-end': 'Contacting until the leg ended',
  'contacting-until-next': 'Contacting until the leg connected',
  'alerting-from-start': 'Ringing since the start of the leg, as no time of alerting is stated',
  'hold-end-unknown': 'The end of the hold is not recorded: it lasted at most until the next known instant',
  'hold-until-released': 'On hold until it was released',
  'hold-until-end': 'Still on hold when the leg ended',
  'hold-still-held': 'Still on hold when the data was taken',
  'park-end-unknown':
    'When it was resumed is not recorded: it was parked at most until the next known instant',
  'parked-until-resume': 'Parked until the stated time of resuming',
  'parked-until-end': 'Still parked when the leg ended',
  'parked-until-change': 'Parked until the state changed',
  'parked-still': 'Still parked when the data was taken',
  'scheduled-planned': 'To wait until the scheduled time, which lies ahead',
  'parked-planned': 'To be resumed at the stated time, which lies ahead',
  'acw-recorded': 'The data states both ends of the after-call work',
  'acw-until-wrapup': 'After-call work until the wrap-up was saved, or seen to be skipped',
  'acw-by-duration': 'The stated length of the wrap-up gives the end',
  'acw-still-open': 'After-call work had not ended when the data was taken',
  'acw-by-timeout': 'No end is stated, so the time allowed bounds it',
  'acw-end-unknown': 'The end of the after-call work is not recorded',
  'acw-limit': 'After-call work had to be done within the time the data states',
  'wrap-up-saved': 'The data states the wrap-up, and when it was saved or skipped',
  'control-granted': 'The data shows control being granted, and not being taken back',
  'control-granted-and-revoked': 'The data shows control being granted and taken back',
  'control-overlap': 'The data shows control but not since when: drawn while both were in the session',
  'role-while-connected': 'The role holds while this client was connected to the session',
  'peer-while-connected': 'The two are peers while both were connected',
  'consult-while-connected': 'The data names the other party of a consult: drawn while both were connected',
  'monitor-while-connected': 'The data names who is being monitored: drawn while both were connected',
  'coach-while-connected': 'The data names who is being coached: drawn while both were connected',
  'barge-while-connected': 'The data names in whose call this one barged in: drawn while both were connected',
  'transfer-named': 'The data names where the call was transferred to',
  'transfer-to-next':
    'The leg ended by a transfer, and this one answered then, had been consulted, or began next',
};

/** Legs have such rules for each state that they may be in. */
const OF_A_STATE: { readonly [ending: string]: string | undefined } = {
  'from-start': 'since the start of the leg, as no time of its own is stated',
  'until-end': 'until the leg ended',
  'until-next': 'until the next thing the data knows of',
};

function ofAState(rule: string): string | undefined {
  const [, state = '', ending = ''] = /^([a-z]+)-([a-z]+-[a-z]+)$/.exec(rule) ?? [];
  if (!Object.hasOwn(english.segments, state) || !Object.hasOwn(OF_A_STATE, ending)) return undefined;
  return `${wordFor(english.segments, state)} ${OF_A_STATE[ending]}`;
}

/** The sentence of a rule, if it has one. */
export function sentenceOf(rule: string): string | undefined {
  return Object.hasOwn(SENTENCES, rule) ? SENTENCES[rule] : ofAState(rule);
}

/** A rule as a sentence; one that has none yet reads as its name. */
export function ruleSentence(rule: string): string {
  const sentence = sentenceOf(rule);
  if (sentence !== undefined) return sentence;
  const text = rule.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
