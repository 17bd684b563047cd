import { isZone } from '../ui/zone';

/** Names that browsers go on giving for the sake of old settings, and what the places are called today. */
const RENAMED: { readonly [zone: string]: string } = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** A browser that does not know today's name keeps its own. */
function todays(zone: string): string {
  const name = RENAMED[zone];
  return name !== undefined && isZone(name) ? name : zone;
}

export function browserZone(): string {
  return todays(Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC');
}

/** The browser's zone and UTC first, since nearly everybody wants one of them. */
export function timeZones(): string[] {
  const others = Intl.supportedValuesOf('timeZone').map(todays).toSorted();
  return [...new Set([browserZone(), 'UTC', ...others])];
}
