import { useState } from 'react';
import { docsWords } from '../words/docs';
import { CodeBlock } from './CodeBlock';
import { type Framework, frameworkFiles, FRAMEWORKS } from './frameworks/frameworks';
import { Marked } from '../parts/Marked';
import { Segmented } from './Segmented';

const texts = docsWords.frameworks;

export function FrameworksSection() {
  const [framework, setFramework] = useState<Framework>('vue');
  return (
    <>
      <Segmented
        label={texts.label}
        names={FRAMEWORKS}
        titles={texts.names}
        chosen={framework}
        onChoose={setFramework}
      />
      <p className="mt-2 max-w-prose text-sm text-muted">
        <Marked text={texts.about[framework]} />
      </p>
      {frameworkFiles[framework].map(({ name, code }) => (
        <CodeBlock key={`${framework}/${name}`} title={name} code={code} />
      ))}
    </>
  );
}
