import type { ImportReport } from '../browse/library/library';

/** The texts of importing: needed before there is anything to browse. */
export const intakeWords = {
  drop: 'Drop to import',
  files: 'Import files',
  folder: 'Import a folder',
  samples: 'Look at the samples',
  hint: 'Or drop files and folders anywhere, or press Ctrl + V. JSON, JSON Lines and HAR, also in gzip and ZIP files, hundreds of megabytes if need be.',
  privacy: 'What you import stays in this browser. You are asked before anything is stored.',
  memory:
    'This browser does not let this page store anything, so imported conversations last until you close the page.',
  failedHeading: 'The library cannot be opened',
  failed:
    'The stored conversations cannot be read right now. Nothing was deleted. Close other tabs of this site and reload; pasting and the samples work in the meantime.',
  unreachedHeading: 'A part of this page could not be loaded',
  unreached:
    'Without it nothing can be imported, and what was imported before cannot be shown. What is stored here stays as it is. Check the connection and reload the page to try again; pasting and the samples work in the meantime.',
  silentHeading: 'The library has stopped answering',
  silent:
    'The part of this page that looks after the stored conversations has stopped. What was stored is safe. Reload the page to go on; pasting and the samples work in the meantime.',
  clearedHeading: 'The stored conversations are gone',
  cleared:
    'This browser has cleared what the page keeps, to make room, or because somebody told it to. Reload to begin with an empty library; files you imported from are not touched.',
  reload: 'Reload the page',
  opening: 'Opening the library…',
  carrying:
    'The library was stored by an earlier version of this site and is being brought up to date. Nothing is lost; until that is done, only a part of it is shown.',
  question: {
    heading: 'Keep these conversations in this browser?',
    headingMemory: 'Hold these conversations until the page is closed?',
    stored:
      'They hold personal data: names, numbers, what people wrote. They are stored on this device only, are sent nowhere, and stay until you delete them or their retention ends.',
    memory:
      'They hold personal data: names, numbers, what people wrote. This browser does not let this page store anything, so they are kept in memory and gone when you close the page.',
    leadMemory:
      'Nothing is sent anywhere. Open the page outside of a private window or a frame to keep them.',
    lead: 'Whoever uses this browser profile can see them. Under “Storage” you can set how long they are kept, and delete them all at once.',
    all: (names: string) => `All that was chosen: ${names}.`,
    pasted: 'pasted text',
    yes: 'Keep them here',
    yesMemory: 'Go on in memory',
    no: 'Don’t import',
  },
  taken: (count: string, one: boolean) => `, ${count} ${one ? 'conversation' : 'conversations'} imported`,
  running: {
    heading: 'Importing…',
    paused: 'Import paused',
    cancelling: 'Cancelling…',
    /** ZIP files are unpacked first. */
    opening: 'Opening the files',
    progress: (read: string, total: string) => `${read} of ${total} read`,
    rate: (rate: string) => `${rate} per second`,
    left: (time: string) => `about ${time} left`,
    pause: 'Pause',
    resume: 'Go on',
    cancel: 'Cancel',
  },
  /** On other pages than the list, and aloud. */
  status: {
    running: (percent: string) => `Importing, ${percent}`,
    paused: 'Import paused',
    said: (percent: string) => `The import has read ${percent}`,
    // In other words than the report, where the same would be found twice on the page.
    done: 'The import is complete',
    stopped: 'The import has stopped early',
    nothing: 'nothing was found in it',
    without: {
      deleted: 'conversations were deleted meanwhile',
      unopened: 'there is no library to bring it to',
    },
    came: (added: string, updated: string, unchanged: string) =>
      `new ${added}, updated ${updated}, unchanged ${unchanged}`,
    remarks: (count: string) => `, remarks ${count}`,
  },
  interrupted: {
    label: 'Interrupted imports',
    heading: 'An import was interrupted',
    pasted: 'Text that was pasted',
    more: (count: string) => ` and ${count} more`,
    begun: (date: string) => `, begun ${date}.`,
    taken: (taken: number, count: string) => {
      if (taken === 0) return 'Nothing of it had been taken yet.';
      return taken === 1
        ? 'One conversation had been taken, and is in the library.'
        : `${count} conversations had been taken, and are in the library.`;
    },
    again: 'Choose the same again to go on: what is already there is skipped quickly.',
    pasteAgain: 'Paste the same again to go on: what is already there is skipped quickly.',
    choose: 'Choose the files again',
    dismiss: 'Dismiss',
  },
  leftOut: (count: number, names: readonly string[]) =>
    `${count === 1 ? 'One file was' : `${count} files were`} left out, as ${
      count === 1 ? 'it cannot be opened, or its name does' : 'they cannot be opened, or their names do'
    } not end like JSON, JSON Lines, HAR, text, gzip or ZIP: ${names.join(', ')}${count > names.length ? ' …' : ''}`,
  done: {
    headings: {
      done: 'Import finished',
      cancelled: 'Import cancelled',
      silent: 'Import broke off',
      crashed: 'Import broke off',
      full: 'There is no room left',
      deleted: 'Import ended',
      unopened: 'Nothing was imported',
    } satisfies Record<ImportReport['ending'], string>,
    endings: {
      done: '',
      cancelled:
        'What had been imported until then stays. Import the same files again to go on: what is already there is skipped quickly.',
      silent: 'Reading stopped answering. What had been imported until then stays.',
      crashed: 'Reading broke off, maybe because a file changed. What had been imported until then stays.',
      full: 'The browser gives this page no more storage. What had been imported until then stays. Delete what you don’t need, or shorten the retention.',
      deleted:
        'Conversations were deleted while this import went on, here or in another tab. So that they stay deleted, nothing more of it is imported. Import the files again if you want them here all the same.',
      unopened: 'The library cannot be used right now. Reload the page, then import the same again.',
    } satisfies Record<ImportReport['ending'], string>,
    counts: (added: string, updated: string, unchanged: string) =>
      `${added} new, ${updated} updated, ${unchanged} unchanged`,
    replaced: (count: string) =>
      `Of ${count} that were updated, what had been stored could not be read any more. What was just imported took its place.`,
    deleted: (count: string, one: boolean) =>
      one
        ? 'One that was deleted while the import went on stays deleted.'
        : `${count} that were deleted while the import went on stay deleted.`,
    old: (count: string, one: boolean, day: string) =>
      `${one ? 'One conversation of the library began' : `${count} conversations of the library began`} before ${day}, and will soon be deleted, as your retention is no longer. You can change it under Storage.`,
    skipped: (count: string, one: boolean) =>
      `${count} ${one ? 'remark' : 'remarks'} on what was read or skipped`,
    skippedLabel: 'Remarks on the import',
    more: (count: string) => `and ${count} more`,
    dismiss: 'Close',
  },
};
