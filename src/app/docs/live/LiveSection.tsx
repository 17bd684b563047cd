import { useQuery } from '@tanstack/react-query';
import { Suspense, useCallback, useRef, useState } from 'react';
import { lazy } from '../../parts/lazy';
import { assertNever } from '../../../core/model/assert-never';
import { sampleQuery } from '../../../sources/queries';
import { LoadFailed } from '../../parts/LoadFailed';
import { Loading } from '../../parts/Loading';
import { useSamples } from '../../samples';
import { docsWords } from '../../words/docs';
import { CodeBlock } from '../CodeBlock';
import { type Choice, type Form, FORMS } from '../choice';
import { elementCode } from '../code/element';
import { frameCode } from '../code/frame';
import { reactCode } from '../code/react';
import { Marked } from '../../parts/Marked';
import { Segmented } from '../Segmented';
import { siteAddress } from '../../site';
import { Colours } from '../theming/Colours';
import { themeCode } from '../theming/colours';
import { useColours } from '../theming/useColours';
import { Controls } from './Controls';
import { FrameExample } from './FrameExample';
import { ReactExample } from './ReactExample';
import type { Said } from './said';
import { SaidList } from './SaidList';

const texts = docsWords.forms;
const SHOWN = 5;
/** Where the chosen colours are set. */
const THEMED = ':is([data-example="react"] > .pt-root, [data-example] > participant-timeline)';
/** A page that stands for the reader's. */
const THEIR_PAGE = 'https://dashboard.example.com';

/** The element brings React and styles of its own: only who looks at it loads it. */
const ElementExample = lazy(async () => {
  const { defineParticipantTimeline } = await import('../../../embed/element/element');
  defineParticipantTimeline();
  return { default: (await import('./ElementExample')).ElementExample };
});
const EXAMPLES = { react: ReactExample, element: ElementExample, frame: FrameExample };

function codeOf(form: Form, choice: Choice): string {
  switch (form) {
    case 'react':
      return reactCode(choice);
    case 'element':
      return elementCode(choice);
    case 'frame':
      return frameCode(choice, { site: siteAddress(), page: THEIR_PAGE });
    default:
      return assertNever(form);
  }
}

type Heard = Said & { id: number };

/** The last things the example said, newest first. */
function useSaid() {
  const [said, setSaid] = useState<readonly Heard[]>([]);
  const count = useRef(0);
  const onSaid = useCallback((news: Said) => {
    count.current += 1;
    const heard = { ...news, id: count.current };
    setSaid((before) => [heard, ...before].slice(0, SHOWN));
  }, []);
  return { said, onSaid, forget: useCallback(() => setSaid([]), []) };
}

interface LiveSectionProps {
  choice: Choice;
  onChange: (choice: Choice) => void;
}

/** Each form, live, changed by the same controls, with the code that makes it so. */
export function LiveSection({ choice, onChange }: LiveSectionProps) {
  const [form, setForm] = useState<Form>('react');
  const { said, onSaid, forget } = useSaid();
  const { looks, setLooks, lines, reset } = useColours(THEMED);
  return (
    <>
      <Segmented
        label={texts.label}
        names={FORMS}
        titles={texts.names}
        chosen={form}
        onChoose={(chosen) => {
          forget();
          setForm(chosen);
        }}
      />
      <p className="mt-2 max-w-prose text-sm text-muted">
        <Marked text={texts.about[form]} />
      </p>
      <div className="mt-3 grid gap-4 wide:grid-cols-[19rem_minmax(0,1fr)]">
        <div className="grid content-start gap-4 print:hidden">
          <Controls choice={choice} onChange={onChange} />
          <Colours
            looks={looks}
            isChanged={lines.length > 0}
            onChange={setLooks}
            onScheme={(scheme) => {
              setLooks({ ...looks, scheme });
              onChange({ ...choice, theme: scheme });
            }}
            onReset={reset}
          />
        </div>
        <div className="min-w-0">
          <Example form={form} choice={choice} onSaid={onSaid} />
          <CodeBlock title={texts.code[form]} code={codeOf(form, choice)} />
          {lines.length > 0 && form !== 'frame' && (
            <CodeBlock title={docsWords.theming.code} code={themeCode(lines)} />
          )}
          <SaidList said={said} />
        </div>
      </div>
    </>
  );
}

interface ExampleProps {
  form: Form;
  choice: Choice;
  onSaid: (news: Said) => void;
}

function Example({ form, choice, onSaid }: ExampleProps) {
  const { data, error, refetch } = useQuery(sampleQuery(useSamples(), choice.sample));
  const Drawn = EXAMPLES[form];
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  return (
    <div data-example={form} className="min-w-0 border border-line">
      <Suspense fallback={<Loading text={texts.loading} />}>
        {data ? (
          <Drawn conversation={data.text} choice={choice} onSaid={onSaid} />
        ) : (
          <Loading text={texts.loading} />
        )}
      </Suspense>
    </div>
  );
}
