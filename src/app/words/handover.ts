import type { Replacement } from '../../core/index';
import type { HandoverFault } from '../../ui/handover';
import { counted } from './counted';

/** The texts around links that carry a conversation. */
export const handoverWords = {
  heading: 'Share as a link',
  lead: 'The link holds the conversation itself, packed, behind its #: no server ever sees it, but everyone who has the link can read it. Before that, these values are replaced:',
  nothing: 'Nothing in this conversation has to be replaced.',
  stays:
    'Times, states and what is not ticked here stay as they are, also where a queue has the name of a person. Look through the list before you pass anything on.',
  ids: 'Replace ids too',
  organisation: 'Replace names of queues, skills, teams and wrap-up codes too',
  replaced: 'Replaced',
  columns: { value: 'Value', placeholder: 'Becomes', count: 'Times' },
  summary: (values: number, times: number) =>
    `${counted(values, 'value', 'values')}, ${counted(times, 'time', 'times')} in all`,
  copy: 'Copy link',
  copied: 'The link is on the clipboard.',
  refused: 'The browser did not allow copying. Here is the link:',
  link: 'Link',
  close: 'Close',
  packing: 'Packing…',
  length: (count: number) => `${counted(count, 'character', 'characters')} long.`,
  longish: 'Some mail and chat programs cut off links this long.',
  tooLong: (count: number, most: number) =>
    `The link would be ${counted(count, 'character', 'characters')} long, and browsers cut off links beyond ${most.toLocaleString('en')}. Send the file instead.`,
  failed: 'This browser cannot pack the conversation into a link.',
  redact: {
    heading: 'Redact',
    lead: 'Shows this conversation without personal values; pictures, tables and files that you export then go without them too. These values are replaced, only in what is shown of it:',
    apply: 'Show redacted',
    cancel: 'Cancel',
    shown:
      'Personal values are replaced in all that is shown and exported of this conversation, its JSON, too. The text it was read from, and lists in which it stands, still have them.',
    undo: 'Show the original',
  },
  kinds: {
    name: 'Name',
    number: 'Number',
    address: 'Address',
    queue: 'Queue',
    setting: 'Setting',
    url: 'URL',
    note: 'Note',
    comment: 'Comment',
    attribute: 'Attribute',
    text: 'Text',
    key: 'Key',
    id: 'Id',
  } satisfies Record<Replacement['kind'], string>,
  faults: {
    version: 'This link was made by a later version of this site, which packs conversations in another way.',
    long: 'This link is longer than 1,000,000 characters, more than is read from a link.',
    large: 'What this link holds unpacks to more than 16 MB, more than is read from a link.',
    broken: 'This link is broken: maybe it was cut off on its way. Ask for it again, or for the file.',
    unsupported: 'This browser is too old to unpack what this link holds.',
  } satisfies Record<HandoverFault, string>,
};
