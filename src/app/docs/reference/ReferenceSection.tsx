import { docsWords } from '../../words/docs';
import { Marked } from '../../parts/Marked';
import { type Group, type Member, reference } from './reference';

const texts = docsWords.reference;

/** What the types say, with their comments. */
export function ReferenceSection() {
  return (
    <>
      <p className="max-w-prose text-sm text-muted">{texts.lead}</p>
      {reference.groups.map((group) => (
        <GroupSection key={group.name} {...group} />
      ))}
      <section aria-labelledby="reference-parts" className="mt-5">
        <h3 id="reference-parts" className="font-medium">
          {texts.parts}
        </h3>
        <p className="max-w-prose text-sm">
          <Marked text={texts.partsOf(reference.parts, reference.slots)} />
        </p>
      </section>
      <Types />
    </>
  );
}

function GroupSection({ name, members }: Group) {
  return (
    <section aria-labelledby={`reference-${name}`} className="mt-5">
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
          <MemberRow key={member.name} member={member} required={name === 'props' && !member.optional} />
        ))}
      </dl>
    </section>
  );
}

function MemberRow({ member: { name, type, text }, required }: { member: Member; required: boolean }) {
  return (
    <div className="grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[12rem_1fr]">
      <dt className="min-w-0 font-mono text-[0.8125rem] font-medium break-words">
        {name}
        {required && ' '}
        {required && <span className="font-sans text-xs font-normal text-muted">{texts.required}</span>}
      </dt>
      <dd className="min-w-0">
        <code className="font-mono text-xs break-words text-accent">{type}</code>
        {text !== '' && (
          <p className="max-w-prose">
            <Marked text={text} />
          </p>
        )}
      </dd>
    </div>
  );
}

/** The types that those of the members name. */
function Types() {
  return (
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
  );
}
