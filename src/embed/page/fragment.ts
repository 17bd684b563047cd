import {
  LINK_CHARACTERS,
  READ_CHARACTERS,
  readHandover,
  UNPACKED_BYTES,
  type HandoverFault,
} from '../../ui/handover';

const count = new Intl.NumberFormat('en');

const FAULTS = {
  version: 'The address of this frame was made by a later version.',
  long: `The address of this frame holds more than ${count.format(READ_CHARACTERS)} characters. Have the page around it send the conversation instead; addresses serve up to about ${count.format(LINK_CHARACTERS)}.`,
  large: `The address of this frame unpacks to more than ${count.format(UNPACKED_BYTES / 1e6)} MB. Have the page around it send the conversation instead.`,
  broken: 'The conversation in the address of this frame was cut off or changed on its way.',
  unsupported: 'This browser cannot unpack the conversation in the address of this frame.',
} satisfies { [fault in HandoverFault]: string };

/** What an address hands over in its fragment: a text, or what is to be said in its place. */
export type Fragment = { kind: 'none' } | { kind: 'text'; text: string } | { kind: 'fault'; said: string };

export async function readFragment(hash: string): Promise<Fragment> {
  const handover = await readHandover(hash);
  if (handover.kind === 'none' || handover.kind === 'text') return handover;
  return { kind: 'fault', said: FAULTS[handover.kind] };
}
