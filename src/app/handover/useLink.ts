import { useEffect, useState } from 'react';
import { handoverFragment, LINK_CHARACTERS } from '../../ui/handover';

export type Link =
  | { kind: 'packing' }
  | { kind: 'ready'; url: string }
  | { kind: 'long'; length: number }
  | { kind: 'failed' };

async function linkTo(text: string, page: string): Promise<Link> {
  try {
    const url = page + (await handoverFragment(text));
    return url.length > LINK_CHARACTERS ? { kind: 'long', length: url.length } : { kind: 'ready', url };
  } catch {
    return { kind: 'failed' }; // an older browser
  }
}

/** The address of a page with a text in its fragment; another text is another link. */
export function useLink(text: string, page: string): Link {
  const [made, setMade] = useState<{ text: string; link: Link }>();
  useEffect(() => {
    let gone = false;
    async function make() {
      const link = await linkTo(text, page);
      if (!gone) setMade({ text, link });
    }
    void make();
    return () => {
      gone = true;
    };
  }, [text, page]);
  return made?.text === text ? made.link : { kind: 'packing' };
}
