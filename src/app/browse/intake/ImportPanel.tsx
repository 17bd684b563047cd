import { useLibraryState } from '../library/library';
import { useImports, useImportState } from '../library/imports';
import type { ParseInput } from '../../../workers/messages';
import { namesOf } from '../../files/names';
import { bytesText } from '../../paste/bytes';
import { useFormat } from '../../useFormat';
import { intakeWords } from '../../words/intake';
import { Report } from './Report';

/** Whatever there is to say of importing: a question, how far it is, what came of it. */
export function ImportPanel() {
  const { asked, running, report } = useImportState();
  const { phase } = useLibraryState();
  // What had been imported went with all the rest.
  const isGone = phase === 'cleared' && report?.ending !== 'unopened';
  return (
    <>
      {asked.length > 0 && <Question key={asked.length} asked={asked} />}
      {running && <Running {...running} />}
      {!running && report && !isGone && <Report report={report} />}
    </>
  );
}

/** Of one choice alone everybody knows what it was. */
function chosen(asked: readonly ParseInput[]): string {
  const { all, pasted } = intakeWords.question;
  return all(
    namesOf(asked.flatMap((input) => (input.kind === 'text' ? [{ name: pasted }] : [...input.files]))),
  );
}

function Question({ asked }: { asked: readonly ParseInput[] }) {
  const imports = useImports();
  const { persistent } = useLibraryState();
  const { question } = intakeWords;
  return (
    // Escape is heard from whatever has the focus within.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      role="alertdialog"
      aria-labelledby="import-question"
      aria-describedby="import-lead"
      className="card my-3 max-w-2xl border-accent p-4"
      onKeyDown={({ key }) => {
        if (key === 'Escape') imports.decline();
      }}
    >
      <h2 id="import-question" className="font-semibold">
        {persistent ? question.heading : question.headingMemory}
      </h2>
      <div id="import-lead" className="mt-1 flex flex-col gap-1 text-sm">
        <p>{persistent ? question.stored : question.memory}</p>
        <p className="text-muted">{persistent ? question.lead : question.leadMemory}</p>
        {asked.length > 1 && <p className="[overflow-wrap:anywhere]">{chosen(asked)}</p>}
      </div>
      <div className="mt-3 flex flex-wrap gap-2">
        {/* The answer to what was just chosen: the keyboard goes on here. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <button type="button" autoFocus className="button button-primary" onClick={imports.confirm}>
          {persistent ? question.yes : question.yesMemory}
        </button>
        <button type="button" className="button" onClick={imports.decline}>
          {question.no}
        </button>
      </div>
    </section>
  );
}

interface RunningProps {
  progress: { bytesRead: number; bytesTotal: number };
  taken: number;
  bytesPerSecond: number;
  paused: boolean;
  cancelling: boolean;
}

function Running({ progress, taken, bytesPerSecond, paused, cancelling }: RunningProps) {
  const imports = useImports();
  const { locale, ...format } = useFormat();
  const { bytesRead, bytesTotal } = progress;
  const { running } = intakeWords;
  const left = bytesPerSecond > 0 ? ((bytesTotal - bytesRead) / bytesPerSecond) * 1000 : undefined;
  return (
    <section aria-labelledby="importing" className="card my-3 p-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id="importing" className="font-semibold">
          {headingOf({ paused, cancelling })}
        </h2>
        <p className="text-sm text-muted tabular-nums">
          {bytesTotal > 0
            ? running.progress(bytesText(bytesRead, locale), bytesText(bytesTotal, locale)) +
              intakeWords.taken(format.count(taken), taken === 1)
            : running.opening}
        </p>
        {!paused && !cancelling && bytesPerSecond > 0 && (
          <p className="text-sm text-muted tabular-nums">
            {running.rate(bytesText(bytesPerSecond, locale))}
            {left !== undefined &&
              left > 1000 &&
              `, ${running.left(format.rough(Math.round(left / 1000) * 1000))}`}
          </p>
        )}
        <span className="ms-auto flex gap-2">
          <button
            type="button"
            className="button min-h-8 py-1"
            onClick={paused ? imports.resume : imports.pause}
          >
            {paused ? running.resume : running.pause}
          </button>
          <button type="button" className="button min-h-8 py-1" onClick={imports.cancel}>
            {running.cancel}
          </button>
        </span>
      </div>
      <progress
        aria-label={running.heading}
        className="progress mt-3"
        max={bytesTotal || undefined}
        value={bytesTotal > 0 ? bytesRead : undefined}
      />
    </section>
  );
}

function headingOf({ paused, cancelling }: Pick<RunningProps, 'paused' | 'cancelling'>): string {
  const { running } = intakeWords;
  if (cancelling) return running.cancelling;
  return paused ? running.paused : running.heading;
}
