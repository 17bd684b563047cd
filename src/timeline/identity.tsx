import {
  AudioLines,
  Bot,
  ChevronDown,
  ChevronRight,
  Ellipsis,
  Pin,
  CircleUser,
  Globe,
  Headset,
  type LucideIcon,
  Megaphone,
  Phone,
  Printer,
  UserRound,
  UsersRound,
  Voicemail,
  Workflow,
} from 'lucide-react';
import { createElement } from 'react';
import type { Lane, Timeline } from '../core/model/timeline';
import { contextOf } from '../ui/identity';
import { nameOf } from '../ui/speech';
import type { Words } from '../ui/words';

const ICONS: { readonly [purpose: string]: LucideIcon } = {
  acd: UsersRound,
  agent: Headset,
  user: Headset,
  api: Bot,
  botflow: Bot,
  campaign: Megaphone,
  dialer: Megaphone,
  outbound: Workflow,
  customer: UserRound,
  external: Globe,
  fax: Printer,
  group: UsersRound,
  inbound: Workflow,
  ivr: Workflow,
  workflow: Workflow,
  voicesurveyflow: AudioLines,
  station: Phone,
  voicemail: Voicemail,
};

/** Tints of the icon: people outside, people inside, machines. */
const TINTS: { readonly [purpose: string]: string } = {
  customer: 'outside',
  external: 'outside',
  agent: 'inside',
  user: 'inside',
};

/** The picture of a purpose. */
export function iconFor(purpose: string): LucideIcon {
  return (Object.hasOwn(ICONS, purpose) && ICONS[purpose]) || CircleUser;
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
  const tint = Object.hasOwn(TINTS, lane.purpose) ? TINTS[lane.purpose] : 'machine';
  const context = [contextOf(lane, timeline, words), legs].filter(Boolean).join(' · ');
  return (
    <>
      <span className="pt-icon" data-tint={tint} aria-hidden="true">
        {createElement(iconFor(lane.purpose), { size: 16 })}
      </span>
      <span className="pt-who">
        <bdi className="pt-name" title={nameOf(lane)}>
          {pinned && <Pin size={11} aria-label={words.labels.pinned} />}
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
        {folded ? (
          <ChevronRight size={14} aria-hidden="true" />
        ) : (
          <ChevronDown size={14} aria-hidden="true" />
        )}
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
          <Ellipsis size={14} aria-hidden="true" />
        </button>
      )}
    </>
  );
}
