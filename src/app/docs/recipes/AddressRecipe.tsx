import { LINK_CHARACTERS } from '../../../ui/handover';
import { type Link, useLink } from '../../handover/useLink';
import { siteAddress } from '../../site';
import { recipeWords } from '../../words/recipes';
import { CodeBlock } from '../CodeBlock';
import { Marked } from '../../parts/Marked';

const texts = recipeWords.address;

/** An address that holds the conversation itself, for tools that take nothing else. */
export function AddressRecipe({ conversation }: { conversation: string }) {
  const link = useLink(conversation, `${siteAddress()}embed`);
  return (
    <section aria-labelledby="recipe-address" className="card mt-3 p-4">
      <h3 id="recipe-address" className="font-medium">
        {texts.title}
      </h3>
      <p className="mt-1 max-w-prose text-sm">
        <Marked text={texts.lead} />
      </p>
      <Made link={link} />
      <p className="max-w-prose text-sm text-muted">{texts.note}</p>
    </section>
  );
}

function Made({ link }: { link: Link }) {
  if (link.kind === 'packing') return <p className="my-3 text-sm text-muted">{texts.packing}</p>;
  if (link.kind === 'failed') return <p className="my-3 text-sm text-warning">{texts.failed}</p>;
  if (link.kind === 'long') {
    return <p className="my-3 text-sm text-warning">{texts.tooLong(link.length, LINK_CHARACTERS)}</p>;
  }
  return (
    <>
      <CodeBlock title={texts.code} code={link.url} />
      <p className="text-sm text-muted">{texts.length(link.url.length)}</p>
    </>
  );
}
