function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** The texts of the paste page. */
export const pasteWords = {
  title: 'Paste',
  heading: 'Paste, drop or choose a file',
  lead: 'Participants, conversations, analytics details, notification events, HAR files or JSON Lines. Everything stays in this browser.',
  label: 'Conversation JSON',
  placeholder: '{ "participants": [ … ] }',
  show: 'Show timeline',
  fromClipboard: 'Paste from clipboard',
  choose: 'Choose files',
  clear: 'Clear',
  undo: 'Undo clear',
  cleared: 'The previous text is kept until you close this tab.',
  hint: 'Files, also gzip, can be dropped anywhere on this page. In the text, Ctrl + Enter shows the timeline, Ctrl + F searches, and Tab goes on to the buttons.',
  drop: 'Drop to open',
  unsavedAll: 'This browser keeps nothing for this page: reloading the page loses all that is here.',
  unsaved: 'This is more than the 4 MB that a tab can keep: reloading the page loses it.',
  clipboardRefused:
    'The browser did not allow reading the clipboard. Click into the text box and press Ctrl + V.',
  clipboardEmpty: 'There is no text on the clipboard.',
  nothing: 'There is nothing to show yet. Paste JSON into the text box, choose a file, or try a sample.',
  sample: 'Try a sample',
  samplePrompt: 'Choose a sample…',
  emptyHeading: 'No JSON at hand?',
  emptyLead: 'These samples show what the timeline can say.',
  result: 'Result',
  files: 'Read from',
  text: 'Read from the text box',
  largeText: (size: string) => `Read from pasted text of ${size}, which is too large for the text box`,
  take: 'Edit as text',
  takeSample: (title: string) => `Edit as text: ${title}`,
  permalink: 'Open on a page of its own',
  indent: 'Indent',
  indentTitle: 'Puts the JSON into lines of its own, without changing what it says',
  recent: {
    heading: 'Shown in this tab',
    lead: 'Kept in this tab until you close it. A reload keeps 4 MB in all; the oldest go first.',
    fleeting: 'lost by a reload',
    untitled: 'Without a conversation',
    conversations: (count: number) => counted(count, 'conversation', 'conversations'),
    forget: (title: string) => `Forget ${title}`,
    forgetTitle: 'Forget',
    forgetAll: 'Forget all',
  },
};
