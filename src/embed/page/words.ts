import type { Trust } from './trust';

type Refusal = Extract<Trust, { kind: 'refused' }>['reason'];

/** What a frame says in place of a timeline. */
export const frameWords = {
  waiting: (origin: string) => `Waiting for a conversation from ${origin}.`,
  failed: 'The timeline could not be drawn.',
  nothing: 'There is no conversation in it that could be drawn.',
  alone:
    'This frame shows a conversation that its address holds (#data1=…) or that the page around it sends (?parentOrigin=…). Its address has neither.',
  refused: {
    malformed:
      'This frame was told to trust a page by something that is no origin. It takes one like https://dashboard.example, without path or slash at its end.',
    several: 'This frame was told to trust several pages. It takes one parentOrigin only.',
    'not-listed': 'This frame was told to trust a page that is not on the list of this site.',
  } satisfies { [reason in Refusal]: string },
};
