import type { Choice } from '../choice';

/** `overlays={{ peers: true }}`, in the order in which they were switched. */
function overlaysProp({ overlays }: Choice): string[] {
  const said = Object.entries(overlays).map(([name, on]) => `${name}: ${on}`);
  return said.length > 0 ? [`overlays={{ ${said.join(', ')} }}`] : [];
}

function propsOf(choice: Choice): string[] {
  const { theme, timeZone, locale, compact, toolbar, readOnly, clock } = choice;
  return [
    ...(theme === 'host' ? [] : [`theme="${theme}"`]),
    ...(timeZone === '' ? [] : [`timeZone="${timeZone}"`]),
    ...(locale === '' ? [] : [`locale="${locale}"`]),
    ...(compact ? ['compact'] : []),
    ...(toolbar ? [] : ['toolbar={false}']),
    ...(readOnly ? ['readOnly'] : []),
    ...overlaysProp(choice),
    ...(clock === 'time' ? [] : ['view={view}', 'onViewChange={setView}']),
  ];
}

/** A component of the host that shows what the controls say. */
export function reactCode(choice: Choice): string {
  const keepsView = choice.clock !== 'time';
  const props = ['conversation={conversation}', ...propsOf(choice)];
  if (!choice.readOnly) props.push('onSelect={(mark) => console.log(mark?.id)}');
  return [
    ...(keepsView ? ["import { useState } from 'react';"] : []),
    `import { ParticipantTimeline${keepsView ? ', type ViewInit' : ''} } from 'participant-timeline';`,
    "import 'participant-timeline/style.css';",
    '',
    'export function Conversation({ conversation }: { conversation: unknown }) {',
    ...(keepsView ? [`  const [view, setView] = useState<ViewInit>({ clock: '${choice.clock}' });`] : []),
    '  return (',
    '    <ParticipantTimeline',
    ...props.map((prop) => `      ${prop}`),
    '    />',
    '  );',
    '}',
    '',
  ].join('\n');
}
