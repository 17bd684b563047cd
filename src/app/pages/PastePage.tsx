import { useRef } from 'react';
import { Link } from 'wouter';
import { conversationAddress } from '../address';
import { ResultView } from '../conversation/ResultView';
import { SampleGallery } from '../gallery/SampleGallery';
import type { Box } from '../paste/box';
import { DropZone } from '../paste/DropZone';
import { Reading } from '../paste/Reading';
import { RecentPastes } from '../paste/RecentPastes';
import { SourceLine } from '../paste/SourceLine';
import { TextBox } from '../paste/TextBox';
import { useRichEditor } from '../paste/useRichEditor';
import { useSession, useSessionState } from '../session/context';
import { Page } from '../shell/Page';
import { words } from '../words';

export function PastePage() {
  const session = useSession();
  const { opened, chosen, unsaved, draftVersion } = useSessionState();
  const rich = useRichEditor();
  const box = useRef<Box>(null);
  return (
    <Page title={words.paste.title}>
      <DropZone onFiles={(files) => void session.open({ kind: 'files', files })} />
      <h1 className="pt-5 text-xl font-bold">{words.paste.heading}</h1>
      <p className="mt-1 max-w-prose text-sm text-muted">{words.paste.lead}</p>
      <TextBox key={draftVersion} compact={opened !== undefined} rich={rich} box={box} />
      {unsaved && <p className="mt-2 text-sm text-warning">{words.paste.unsaved}</p>}
      {opened && !opened.outcome && (
        <Reading progress={opened.progress} stopped={opened.stopped} onCancel={() => session.cancel()} />
      )}
      {opened?.outcome && (
        <section aria-label={words.paste.result} className="mt-4 border-t border-line pt-3">
          <SourceLine input={opened.input} ending={opened.outcome.ending} />
          <ResultView
            outcome={opened.outcome}
            input={opened.input}
            level={2}
            chosen={chosen}
            onChoose={(id) => session.choose(id)}
            onPlace={(place) => box.current?.reveal(place)}
            renderAside={({ summary }) => (
              <Link href={conversationAddress(summary.id)} className="link text-sm">
                {words.paste.permalink}
              </Link>
            )}
          />
        </section>
      )}
      <RecentPastes />
      {!opened && <SampleGallery heading={words.paste.emptyHeading} lead={words.paste.emptyLead} />}
    </Page>
  );
}
