import { type Format, formatFor } from '../ui/format';
import { useSettings } from './settings';

/** Dates and numbers in the browser's language and the chosen zone. */
export function useFormat(): Format {
  const { timeZone } = useSettings();
  return formatFor({ locale: navigator.language, timeZone });
}
