import type { Choice } from '../choice';

/** Who frames whom. */
export interface FramePlace {
  /** Address of the site, with a slash at its end. */
  site: string;
  /** Origin of the page that frames. */
  page: string;
}

/** The address of the frame: it says whom to trust and how to look, never what to show. */
export function frameAddress(choice: Choice, { site, page }: FramePlace): string {
  const { theme, timeZone, locale, compact, toolbar, readOnly, clock } = choice;
  const overlays = Object.entries(choice.overlays).map(([name, on]) => (on ? name : `-${name}`));
  const said = [
    `parentOrigin=${page}`,
    // Without a theme a frame takes the system's: it cannot see the page around it.
    ...(theme === 'host' || theme === 'system' ? [] : [`theme=${theme}`]),
    ...(timeZone === '' ? [] : [`timeZone=${timeZone}`]),
    ...(locale === '' ? [] : [`locale=${locale}`]),
    ...(compact ? ['compact'] : []),
    ...(toolbar ? [] : ['toolbar=false']),
    ...(readOnly ? ['readOnly'] : []),
    ...(clock === 'time' ? [] : [`clock=${clock}`]),
    ...(overlays.length > 0 ? [`overlays=${overlays.join('+')}`] : []),
  ];
  return `${site}embed?${said.join('&')}`;
}

/** A host page with a bundler. */
export function frameCode(choice: Choice, place: FramePlace): string {
  return [
    '<iframe',
    '  id="timeline"',
    '  title="Conversation timeline"',
    `  src="${frameAddress(choice, place).replaceAll('&', '&amp;')}"`,
    '  width="100%"',
    '  height="480"',
    '></iframe>',
    '',
    '<script type="module">',
    "  import { connectTimelineFrame } from 'participant-timeline/frame';",
    '',
    "  const frame = connectTimelineFrame(document.querySelector('#timeline'));",
    ...(choice.readOnly ? [] : ["  frame.on('select', (mark) => console.log(mark?.id));"]),
    "  const answer = await fetch('./conversation.json');",
    '  const { lanes, problems } = await frame.load(await answer.json());',
    '</script>',
    '',
  ].join('\n');
}
