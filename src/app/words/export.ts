/** The texts around taking a conversation away from its page. */
export const exportWords = {
  redact: 'Redact',
  share: 'Share',
  export: 'Export',
  kinds: {
    svg: 'Picture, SVG',
    png: 'Picture, PNG at double size',
    csv: 'Events, CSV',
    json: 'Conversation, JSON',
    print: 'Print, or save as PDF',
  },
  copy: 'Copy picture',
  copying: 'Copying the picture…',
  copied: 'The picture is on the clipboard.',
  refused: 'The browser did not allow copying. Save the picture as a file.',
  lead: 'As it is shown now.',
  making: 'Making the file…',
  failed: 'The file could not be made here. A smaller window, or SVG instead of PNG, may do.',
} as const;
