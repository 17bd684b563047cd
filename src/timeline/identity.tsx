import type { Lane, Timeline } from '../core/model/timeline';
import { isCustomer, isStaff } from '../core/timeline/purpose';
import type { IconName } from '../ui/icons';
import { contextOf } from '../ui/identity';
import { nameOf } from '../ui/speech';
import type { Words } from '../ui/words';
import { Icon } from './draw/icon';

const PURPOSE_ICONS: { readonly [purpose: string]: IconName } = {
  acd: 'usersRound',
  agent: 'headset',
  user: 'idCard',
  api: 'bot',
  botflow: 'bot',
  campaign: 'megaphone',
  dialer: 'megaphone',
  outbound: 'workflow',
  customer: 'userRound',
  external: 'globe',
  fax: 'printer',
  group: 'usersRound',
  inbound: 'workflow',
  flow: 'workflow',
  ivr: 'workflow',
  workflow: 'workflow',
  voicesurveyflow: 'audioLines',
  station: 'phone',
  voicemail: 'voicemail',
};

/** The picture of a purpose. */
export function iconFor(purpose: string): IconName {
  return (Object.hasOwn(PURPOSE_ICONS, purpose) && PURPOSE_ICONS[purpose]) || 'circleUser';
}

interface Props {
  lane: Lane;
  timeline: Timeline;
  words: Words;
  folded: boolean;
  pinned: boolean;
  /** “leg 1 of 2”. */
  legs: string;
  onFold: () => void;
  onMenu?: (opener: HTMLElement) => void;
}

/** Who a row is about. */
export function Identity({ lane, timeline, words, folded, pinned, legs, onFold, onMenu }: Props) {
  const tint = isStaff(lane.purpose) ? 'inside' : isCustomer(lane.purpose) ? 'outside' : 'machine';
  const context = [contextOf(lane, timeline, words), legs].filter(Boolean).join(' · ');
  return (
    <>
      <span className="pt-icon" data-tint={tint} aria-hidden="true">
        <Icon name={iconFor(lane.purpose)} size={16} />
      </span>
      <span className="pt-who">
        <bdi className="pt-name" title={nameOf(lane)}>
          {pinned && <Icon name="pin" size={11} />}
          {nameOf(lane)}
        </bdi>
        <bdi className="pt-context" title={context}>
          {context}
        </bdi>
      </span>
      <button
        type="button"
        className="pt-fold"
        tabIndex={-1}
        aria-expanded={!folded}
        aria-label={`${folded ? words.buttons.unfold : words.buttons.fold} ${nameOf(lane)}`}
        onClick={onFold}
      >
        {folded ? <Icon name="chevronRight" size={14} /> : <Icon name="chevronDown" size={14} />}
      </button>
      {onMenu && (
        <button
          type="button"
          className="pt-fold pt-row-menu"
          tabIndex={-1}
          aria-haspopup="menu"
          aria-label={words.rowMenu.of(nameOf(lane))}
          onClick={({ currentTarget }) => onMenu(currentTarget)}
        >
          <Icon name="ellipsis" size={14} />
        </button>
      )}
    </>
  );
}
