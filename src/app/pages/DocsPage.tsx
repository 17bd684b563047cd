import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { sampleQuery } from '../../sources/queries';
import { AT_FIRST } from '../docs/choice';
import { CodeBlock } from '../docs/CodeBlock';
import { FrameworksSection } from '../docs/FrameworksSection';
import { LiveSection } from '../docs/live/LiveSection';
import { Marked } from '../parts/Marked';
import { PoliciesSection } from '../docs/PoliciesSection';
import { RecipesSection } from '../docs/recipes/RecipesSection';
import { ReferenceSection } from '../docs/reference/ReferenceSection';
import { useSamples } from '../samples';
import { Page } from '../shell/Page';
import { docsWords as texts } from '../words/docs';

type SectionName = keyof typeof texts.sections;
const SECTIONS = Object.keys(texts.sections) as SectionName[];

function Section({ name, children }: { name: SectionName; children: ReactNode }) {
  return (
    <section id={name} aria-labelledby={`${name}-title`} className="scroll-mt-4 pt-10">
      <h2 id={`${name}-title`} className="mb-2 text-lg font-semibold">
        {texts.sections[name]}
      </h2>
      {children}
    </section>
  );
}

function Contents() {
  return (
    <nav
      aria-label={texts.contents}
      className="mt-4 flex flex-wrap gap-x-4 gap-y-1 text-sm wide:sticky wide:top-4 wide:mt-6 wide:w-44 wide:shrink-0 wide:flex-col wide:self-start"
    >
      {SECTIONS.map((name) => (
        <a key={name} href={`#${name}`} className="py-0.5 text-muted hover:text-ink">
          {texts.sections[name]}
        </a>
      ))}
    </nav>
  );
}

/** How others get the timeline into pages of their own. The only page that frames: public/_headers lets it. */
export function DocsPage() {
  const [choice, setChoice] = useState(AT_FIRST);
  const { data } = useQuery(sampleQuery(useSamples(), choice.sample));
  return (
    <Page title={texts.title}>
      <h1 className="pt-5 text-xl font-bold">{texts.heading}</h1>
      <p className="mt-1 max-w-prose text-sm text-muted">{texts.lead}</p>
      <div className="wide:flex wide:gap-8">
        <Contents />
        <div className="min-w-0 wide:flex-1">
          <Section name="start">
            <p className="max-w-prose text-sm">{texts.install.text}</p>
            <CodeBlock title={texts.install.title} code={texts.install.code} />
            <p className="mt-2 max-w-prose text-sm text-muted">
              <Marked text={texts.install.tools} />
            </p>
          </Section>
          <Section name="live">
            <LiveSection choice={choice} onChange={setChoice} />
          </Section>
          <Section name="frameworks">
            <FrameworksSection />
          </Section>
          <Section name="recipes">
            <RecipesSection conversation={data?.text} />
          </Section>
          <Section name="policies">
            <PoliciesSection />
          </Section>
          <Section name="reference">
            <ReferenceSection />
          </Section>
        </div>
      </div>
    </Page>
  );
}
