import type { Ending } from '../workers/found';
import type { SourceErrorKind } from '../sources/source';
import { panelWords } from './words/panels';

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** Every text of the site, in one place. */
export const words = {
  ...panelWords,
  product: 'Participant Timeline',
  pageTitle: (page: string) => `${page} · Participant Timeline`,
  skip: 'Skip to the content',
  loadingPage: 'Loading the page…',
  nav: {
    label: 'Pages',
    home: 'Participant Timeline, home',
    browse: 'Browse',
    paste: 'Paste',
    docs: 'Docs',
  },
  zone: {
    label: 'Time zone',
    browser: (zone: string) => `${zone} (this browser)`,
  },
  theme: {
    label: 'Theme',
    names: { system: 'System', light: 'Light', dark: 'Dark', 'high-contrast': 'High contrast' },
  },
  browse: {
    title: 'Browse',
    heading: 'See who took part in a conversation, and when',
    lead: 'Paste the JSON of a Genesys Cloud conversation: every call leg, hold, transfer and co-browse session is drawn on one timeline, in your browser and nowhere else.',
    pasteOwn: 'Paste your own',
    openShowcase: 'Open with all details',
    samples: 'Samples',
    samplesLead: 'Each shows one thing worth knowing, in one of the formats that can be read.',
    browseSamples: 'Browse the samples',
    samplesAsList: 'Search and compare them as a list',
    loading: 'Loading the sample…',
    formats: {
      participant: 'Participants',
      'media-participant': 'Media participants',
      conversation: 'Conversation',
      'media-conversation': 'Media conversation',
      analytics: 'Analytics details',
      events: 'Notification events',
      har: 'HAR file',
      export: 'Our own export',
      mixed: 'Several formats',
    } as { readonly [format: string]: string | undefined },
  },
  reading: {
    heading: 'Reading…',
    label: 'Reading the input',
    progress: (read: string, total: string, count: number) =>
      `${read} of ${total}, ${counted(count, 'conversation', 'conversations')} so far`,
    cancel: 'Cancel',
    stopped: 'Cancelled. Showing what was read…',
    nothing: 'No conversation was found in this.',
    found: (count: number) => `${counted(count, 'conversation', 'conversations')} found`,
    /** Of the timeline there may be more, and of another kind. */
    said: (found: string, problems: string) => `${found}, ${problems} in reading`,
    endings: {
      done: '',
      cancelled: 'Reading was cancelled. What had been read until then is shown.',
      silent: 'Reading stopped answering and was ended. What had been read until then is shown.',
      crashed: 'Reading broke off, maybe for lack of memory. What had been read until then is shown.',
    } satisfies Record<Ending, string>,
  },
  list: {
    heading: 'Conversations',
    label: 'Conversations found',
    filter: 'Filter by name or id',
    participants: (count: number) => counted(count, 'participant', 'participants'),
    problems: (count: number) => (count === 0 ? 'no problems' : counted(count, 'problem', 'problems')),
    more: (count: number) => `Show ${count.toLocaleString('en')} more`,
    shown: (shown: number, all: number) =>
      `${shown.toLocaleString('en')} of ${all.toLocaleString('en')} shown`,
  },
  conversation: {
    title: 'Conversation',
    untitled: 'Conversation',
    with: (name: string) => `Conversation with ${name}`,
    copyId: 'Copy conversation id',
    timeline: 'Timeline',
    copied: 'Copied',
    copyFailed: 'Copying was refused',
    live: (at: string) => `Live when the data was taken; the data ends at ${at}`,
    ended: 'Ended',
    inbound: 'Inbound',
    outbound: 'Outbound',
    loading: 'Loading the conversation…',
    missingHeading: 'This conversation is not here',
    missing:
      'It is neither in the library of this browser nor among the samples: it may have been deleted, or be in another browser’s library. What is pasted lives only in the tab it was pasted in.',
    toLibrary: 'Go to the library',
  },
  figures: {
    label: 'Figures',
    duration: 'Duration',
    timeToAnswer: 'Time to answer',
    talk: 'Talk',
    hold: 'Hold',
    acw: 'After-call work',
    handle: 'Handle',
    cobrowse: 'Co-browse',
    controlled: 'Under control',
    problems: 'Problems',
    atMost: 'at most',
    atLeast: 'at least',
  },
  events: { button: 'Events', loading: 'Loading the table…' },
  failed: {
    heading: 'Something went wrong on this page',
    text: 'What you pasted is still there. Try again, or reload the page.',
    part: 'This conversation could not be drawn. The data is untouched, and what you pasted is still there.',
    retry: 'Try again',
    source: {
      missing: 'This conversation is not here.',
      unreachable: 'It could not be loaded: there was no answer.',
      refused: 'It could not be loaded: the answer was an error.',
      unsupported: 'Conversations from here cannot be asked for this.',
      full: 'There is no room left to store more.',
      broken: 'The stored conversations cannot be read.',
    } satisfies Record<SourceErrorKind, string>,
    unknown: 'It could not be loaded.',
  },
  notFound: {
    title: 'Not found',
    heading: 'There is no such page',
    text: 'The address may be mistyped or old.',
    home: 'Go to the samples',
  },
} as const;
