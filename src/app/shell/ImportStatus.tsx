import { useState } from 'react';
import { useLocation } from 'wouter';
import { type ImportState, useImportState } from '../browse/library/imports';
import type { ImportReport } from '../browse/library/library';
import { useFormat } from '../useFormat';
import { intakeWords } from '../words/intake';
import { NavLink } from './NavLink';

/** As often is it told how far it is: more would talk over everything else. */
const STEPS = 4;

function shareOf({ running }: ImportState): number {
  const { bytesRead = 0, bytesTotal = 0 } = running?.progress ?? {};
  return bytesTotal > 0 ? Math.min(1, bytesRead / bytesTotal) : 0;
}

type Say = (value: number) => string;

function saidOfEnd({ ending, added, updated, unchanged, skippedCount }: ImportReport, count: Say): string {
  const { done, stopped, nothing, came, without, remarks } = intakeWords.status;
  if (ending === 'deleted' || ending === 'unopened') return `${stopped}: ${without[ending]}`;
  const found = ending !== 'done' || added + updated + unchanged > 0;
  const all = found ? came(count(added), count(updated), count(unchanged)) : nothing;
  return `${ending === 'done' ? done : stopped}: ${all}${skippedCount > 0 ? remarks(count(skippedCount)) : ''}`;
}

/** What is said aloud: a few steps on the way, and the end. */
function saidOf(state: ImportState, percent: Say, count: Say): string {
  const { said, paused } = intakeWords.status;
  if (!state.running) return state.report ? saidOfEnd(state.report, count) : '';
  if (state.running.paused) return paused;
  return said(percent(Math.floor(shareOf(state) * STEPS) / STEPS));
}

/** Whether an import ended while another page was looked at, and nobody has been to the list since. */
function useEndedAway(state: ImportState, away: boolean): boolean {
  const { running, report } = state;
  const [seen, setSeen] = useState(report);
  if ((!away || running) && seen !== report) setSeen(report);
  return away && !running && report !== undefined && report !== seen;
}

/** The import that goes on while other pages are looked at, with the way back to it. Heard on every page. */
export function ImportStatus() {
  const state = useImportState();
  const [path] = useLocation();
  const format = useFormat();
  const percent = (share: number) =>
    new Intl.NumberFormat(format.locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
  const away = path !== '/';
  const ended = useEndedAway(state, away);
  const { running, report } = state;
  return (
    <>
      <span aria-live="polite" className="sr-only">
        {saidOf(state, percent, (value) => format.count(value))}
      </span>
      {away && running && (
        <NavLink href="/" className={LOOK}>
          <span>
            {running.paused ? intakeWords.status.paused : intakeWords.status.running(percent(shareOf(state)))}
            {intakeWords.taken(format.count(running.taken), running.taken === 1)}
          </span>
          <progress
            aria-hidden="true"
            className="progress min-w-16 flex-1"
            max={1}
            value={running.progress.bytesTotal > 0 ? shareOf(state) : undefined}
          />
        </NavLink>
      )}
      {ended && report && (
        <NavLink href="/" className={LOOK}>
          {intakeWords.done.headings[report.ending]}
        </NavLink>
      )}
    </>
  );
}

const LOOK =
  'order-last flex w-full items-center gap-2 rounded-md border border-accent/50 bg-accent-soft px-2.5 py-1.5 text-sm whitespace-nowrap tabular-nums hover:border-accent lg:order-none lg:w-auto';
