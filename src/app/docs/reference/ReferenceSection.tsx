import { docsWords } from '../../words/docs';
import { Marked } from '../Marked';
import { reference } from './reference';

const texts = docsWords.reference;

/** What the types say, with their comments. */
export function ReferenceSection() {
  return (
    <>
      <p className="max-w-prose text-sm text-muted">{texts.lead}</p>
      {reference.groups.map(({ name, members }) => (
        <section key={name} aria-labelledby={`reference-${name}`} className="mt-5">
          <h3 id={`reference-${name}`} className="font-medium">
            {texts.groups[name]}
          </h3>
          {texts.notes[name] && (
            <p className="max-w-prose text-sm text-muted">
              <Marked text={texts.notes[name]} />
            </p>
          )}
          <dl className="mt-2 divide-y divide-line border-y border-line text-sm">
            {members.map((member) => (
              <div key={member.name} className="grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[12rem_1fr]">
                <dt className="min-w-0 font-mono text-[0.8125rem] font-medium break-words">
                  {member.name}
                  {!member.optional && name === 'props' && ' '}
                  {!member.optional && name === 'props' && (
                    <span className="font-sans text-xs font-normal text-muted">{texts.required}</span>
                  )}
                </dt>
                <dd className="min-w-0">
                  <code className="font-mono text-xs break-words text-accent">{member.type}</code>
                  {member.text !== '' && (
                    <p className="max-w-prose">
                      <Marked text={member.text} />
                    </p>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <section aria-labelledby="reference-parts" className="mt-5">
        <h3 id="reference-parts" className="font-medium">
          {texts.parts}
        </h3>
        <p className="max-w-prose text-sm">
          <Marked text={texts.partsOf(reference.parts, reference.slots)} />
        </p>
      </section>
      <details className="card mt-5 p-3">
        <summary className="font-medium">{texts.types}</summary>
        <dl className="mt-2 grid gap-3 text-sm">
          {reference.types.map(({ name, code, text }) => (
            <div key={name} className="min-w-0">
              <dt className="sr-only">{name}</dt>
              <dd className="min-w-0">
                {text !== '' && (
                  <p className="max-w-prose text-muted">
                    <Marked text={text} />
                  </p>
                )}
                <pre className="font-mono text-xs break-words whitespace-pre-wrap">{code}</pre>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
