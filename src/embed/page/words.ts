import { LINK_CHARACTERS, READ_CHARACTERS, UNPACKED_BYTES, type HandoverFault } from '../../ui/handover';
import type { Trust } from './trust';

type Refusal = Extract<Trust, { kind: 'refused' }>['reason'];

const count = new Intl.NumberFormat('en');

/** What a frame says in place of a timeline. */
export const frameWords = {
  waiting: 'Waiting for a conversation.',
  failed: 'The timeline could not be drawn.',
  nothing: 'There is no conversation in it that could be drawn.',
  alone:
    'This frame shows a conversation that its address holds (#data1=…) or that the page around it sends (?parentOrigin=…). Its address has neither.',
  refused: {
    malformed:
      'This frame was told to trust a page by something that is no origin. It takes one like https://dashboard.example, without a path and without a slash at its end.',
    several: 'This frame was told to trust several pages. It takes one parentOrigin only.',
    'not-listed': 'This frame was told to trust a page that is not on the list of this site.',
  } satisfies { [reason in Refusal]: string },
  fragment: {
    version: 'The address of this frame was made by a later version.',
    long: `The address of this frame holds more than ${count.format(READ_CHARACTERS)} characters. Have the page around it send the conversation instead; addresses serve up to about ${count.format(LINK_CHARACTERS)}.`,
    large: `The address of this frame unpacks to more than ${count.format(UNPACKED_BYTES / 1e6)} MB. Have the page around it send the conversation instead.`,
    broken: 'The conversation in the address of this frame was cut off or changed on its way.',
    unsupported: 'This browser cannot unpack the conversation in the address of this frame.',
  } satisfies { [fault in HandoverFault]: string },
};
