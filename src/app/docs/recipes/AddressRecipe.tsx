import { useEffect, useState } from 'react';
import { handoverFragment, LINK_CHARACTERS } from '../../../ui/handover';
import { recipeWords } from '../../words/recipes';
import { CodeBlock } from '../CodeBlock';
import { siteAddress } from '../site';

const texts = recipeWords.address;
type Packed = { kind: 'packing' } | { kind: 'failed' } | { kind: 'packed'; address: string };

async function packedInto(conversation: string): Promise<Packed> {
  try {
    return { kind: 'packed', address: `${siteAddress()}embed${await handoverFragment(conversation)}` };
  } catch {
    return { kind: 'failed' }; // an older browser
  }
}

function useAddress(conversation: string): Packed {
  const [made, setMade] = useState<{ of: string; packed: Packed }>();
  useEffect(() => {
    let gone = false;
    async function pack() {
      const packed = await packedInto(conversation);
      if (!gone) setMade({ of: conversation, packed });
    }
    void pack();
    return () => {
      gone = true;
    };
  }, [conversation]);
  return made?.of === conversation ? made.packed : { kind: 'packing' };
}

/** An address that holds the conversation itself, for tools that take nothing else. */
export function AddressRecipe({ conversation }: { conversation: string }) {
  const packed = useAddress(conversation);
  return (
    <section aria-labelledby="recipe-address" className="card mt-3 p-4">
      <h3 id="recipe-address" className="font-medium">
        {texts.title}
      </h3>
      <p className="mt-1 max-w-prose text-sm">{texts.lead}</p>
      <Made packed={packed} />
      <p className="max-w-prose text-sm text-muted">{texts.note}</p>
    </section>
  );
}

function Made({ packed }: { packed: Packed }) {
  if (packed.kind === 'packing') return <p className="my-3 text-sm text-muted">{texts.packing}</p>;
  if (packed.kind === 'failed') return <p className="my-3 text-sm text-warning">{texts.failed}</p>;
  const { length } = packed.address;
  if (length > LINK_CHARACTERS) {
    return <p className="my-3 text-sm text-warning">{texts.tooLong(length, LINK_CHARACTERS)}</p>;
  }
  return (
    <>
      <CodeBlock title={texts.code} code={packed.address} />
      <p className="text-sm text-muted">{texts.length(length)}</p>
    </>
  );
}
