import type { Choice } from '../choice';

/** `overlays="peers -limits"`: names switch on, names with a minus off. */
function overlaysAttribute({ overlays }: Choice): string[] {
  const said = Object.entries(overlays).map(([name, on]) => (on ? name : `-${name}`));
  return said.length > 0 ? [`overlays="${said.join(' ')}"`] : [];
}

/** The attributes that say what the controls say. */
export function attributesOf(choice: Choice): string[] {
  const { theme, timeZone, locale, compact, toolbar, readOnly } = choice;
  return [
    ...(theme === 'host' ? [] : [`theme="${theme}"`]),
    ...(timeZone === '' ? [] : [`time-zone="${timeZone}"`]),
    ...(locale === '' ? [] : [`locale="${locale}"`]),
    ...(compact ? ['compact'] : []),
    ...(toolbar ? [] : ['toolbar="false"']),
    ...(readOnly ? ['read-only'] : []),
    ...overlaysAttribute(choice),
  ];
}

/** A tag longer than this has a line for each attribute. */
const LONG = 72;

/** A page without a bundler. */
export function elementCode(choice: Choice): string {
  const attributes = attributesOf(choice);
  const line = ['<participant-timeline', ...attributes].join(' ');
  const tag =
    line.length < LONG
      ? [`${line}></participant-timeline>`]
      : [
          '<participant-timeline',
          ...attributes.map((attribute) => `  ${attribute}`),
          '></participant-timeline>',
        ];
  return [
    ...tag,
    '',
    '<!-- lib/element.js of the package, put beside the page -->',
    '<script type="module" src="./element.js"></script>',
    '<script type="module">',
    "  const timeline = document.querySelector('participant-timeline');",
    "  const answer = await fetch('./conversation.json');",
    '  timeline.conversation = await answer.json();',
    ...(choice.clock === 'time' ? [] : [`  timeline.view = { clock: '${choice.clock}' };`]),
    ...(choice.readOnly
      ? []
      : ["  timeline.addEventListener('select', ({ detail: mark }) => console.log(mark?.id));"]),
    '</script>',
    '',
  ].join('\n');
}
