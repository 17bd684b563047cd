import { createContext, type ReactNode, type RefObject, useContext } from 'react';
import type { Problem } from '../core/model/problem';
import type { Timeline } from '../core/model/timeline';
import type { problemsOf } from '../core/timeline/problems';
import type { ViewInit } from '../core/view/view';

/** A conversation that was given, read, and what it came to. */
export interface Read {
  input: unknown;
  /** Absent: there is no conversation in it. */
  timeline?: Timeline;
  problems: Problem[];
}

/** Says what is wrong with the meaning of a conversation. */
export type Judge = typeof problemsOf;

/**
 * What the element and the frame need beside the props: both keep the view by themselves and take a new one
 * now and then, and both have to know when what they were given is on the screen.
 */
export interface Host {
  /** Finds the problems, so that `onRead` need not wait for it. */
  judge: Judge;
  /** Messages give way to what the page puts into the slots `loading`, `empty` and `error`. */
  slots: boolean;
  /** An input has been read and drawn, or drawn anew as it grew; called before anybody sees it. */
  onRead(read: Read): void;
  /** Holds a way to replace the view while a timeline is drawn. */
  setView: RefObject<((view: ViewInit) => void) | null>;
}

export const HostContext = createContext<Host | undefined>(undefined);

/** Words that a page around a custom element may replace by its own. */
export function Slot({ name, children }: { name: 'loading' | 'empty' | 'error'; children: ReactNode }) {
  return useContext(HostContext)?.slots ? <slot name={name}>{children}</slot> : children;
}
