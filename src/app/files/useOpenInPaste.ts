import { useLocation } from 'wouter';
import type { ParseInput } from '../../workers/messages';
import { useSession } from '../session/context';

/** Opens files or text in Paste, from another page. */
export function useOpenInPaste(): (input: ParseInput) => void {
  const session = useSession();
  const [, navigate] = useLocation();
  return (input) => {
    if (input.kind === 'text') session.replace(input.text);
    else void session.open(input);
    navigate('/paste');
  };
}
