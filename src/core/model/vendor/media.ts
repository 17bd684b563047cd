/** Arrays of communications in a participant, with the medium each holds, in the order that counts for ACW. */
export const MEDIA_ARRAYS = [
  ['calls', 'call'],
  ['callbacks', 'callback'],
  ['messages', 'message'],
  ['chats', 'chat'],
  ['emails', 'email'],
  ['cobrowsesessions', 'cobrowse'],
  ['internalMessages', 'internal-message'],
  ['screenMonitorings', 'screen-monitoring'],
  ['screenshares', 'screenshare'],
  ['socialExpressions', 'social'],
  ['videos', 'video'],
] as const;
