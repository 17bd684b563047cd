import { useEffect, useMemo, useRef, useState } from 'react';
import { connectTimelineFrame, type TimelineFrame } from '../../../embed/frame/frame';
import { docsWords } from '../../words/docs';
import type { Choice } from '../choice';
import { frameAddress } from '../code/frame';
import { Marked } from '../../parts/Marked';
import { siteAddress } from '../../site';
import { type OnSaid, sayings } from './said';

interface ExampleProps {
  conversation: string;
  choice: Choice;
  onSaid: OnSaid;
}

/** Hosts that serve this page like any other let it frame nothing, and only the browser knows. */
function useFrameBlocked(): boolean {
  const [blocked, setBlocked] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    document.addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective }) => {
        if (effectiveDirective === 'frame-src') setBlocked(true);
      },
      { signal: listening.signal },
    );
    return () => listening.abort();
  }, []);
  return blocked;
}

/** The frame, and the client that talks to it. Another address loads it anew; the client then tells it all again. */
export function FrameExample({ conversation, choice, onSaid }: ExampleProps) {
  const iframe = useRef<HTMLIFrameElement>(null);
  const [frame, setFrame] = useState<TimelineFrame>();
  const blocked = useFrameBlocked();
  const ears = useMemo(() => sayings(onSaid, (name) => name), [onSaid]);

  useEffect(() => {
    if (!iframe.current) return undefined;
    const client = connectTimelineFrame(iframe.current);
    setFrame(client);
    return () => client.disconnect();
  }, []);

  useEffect(() => {
    if (!frame) return undefined;
    const leave = [
      frame.on('viewChange', ears.viewChange),
      frame.on('select', ears.select),
      frame.on('error', ({ code }) => ears.error(code)),
    ];
    return () => leave.forEach((stop) => stop());
  }, [frame, ears]);

  useEffect(() => {
    frame?.load(conversation).then(
      ({ problems }) => ears.problems(problems),
      () => undefined, // told as `error`, or another conversation came before
    );
  }, [frame, conversation, ears]);

  return (
    <>
      {blocked && (
        <p role="alert" className="mb-2 text-sm text-warning">
          <Marked text={docsWords.forms.blocked} />
        </p>
      )}
      {/* A page of this site: a sandbox would take its origin, or nothing. */}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
      <iframe
        ref={iframe}
        title={docsWords.forms.frameTitle}
        src={frameAddress(choice, { site: siteAddress(), page: window.location.origin })}
        className="block h-120 w-full border-0"
      />
    </>
  );
}
