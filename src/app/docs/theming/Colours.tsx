import { useId } from 'react';
import { unless } from '../../parts/unless';
import { docsWords } from '../../words/docs';
import { Marked } from '../../parts/Marked';
import { Segmented } from '../Segmented';
import { ColourField } from './ColourField';
import { changed, type Colour, type ColourGroup, COLOURS, SCHEMES, type Scheme, valueOf } from './colours';
import { FONT_NAMES, type Looks } from './useColours';

const texts = docsWords.theming;
const GROUPS: readonly ColourGroup[] = ['surfaces', 'segments', 'links'];

interface ColoursProps {
  looks: Looks;
  isChanged: boolean;
  onChange: (looks: Looks) => void;
  onScheme: (scheme: Scheme) => void;
  onReset: () => void;
}

/** Every custom property of the timeline, to be changed on the example. */
export function Colours({ looks, isChanged, onChange, onScheme, onReset }: ColoursProps) {
  return (
    <section
      id="theming"
      aria-labelledby="theming-title"
      className="card grid scroll-mt-4 content-start gap-3 p-3"
    >
      <h3 id="theming-title" className="font-medium">
        {texts.title}
      </h3>
      <p className="text-sm text-muted">{texts.lead}</p>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Segmented
          label={texts.scheme}
          names={SCHEMES}
          titles={texts.schemes}
          chosen={looks.scheme}
          onChoose={onScheme}
        />
        <button type="button" className="button-small" {...unless(!isChanged, onReset)}>
          {texts.reset}
        </button>
      </div>
      {GROUPS.map((group) => (
        <GroupFields key={group} group={group} looks={looks} onChange={onChange} />
      ))}
      <Shape looks={looks} onChange={onChange} />
      {texts.notes.map((note) => (
        <p key={note} className="text-xs text-muted">
          <Marked text={note} />
        </p>
      ))}
    </section>
  );
}

type LooksProps = Pick<ColoursProps, 'looks' | 'onChange'>;

function GroupFields({ group, looks, onChange }: LooksProps & { group: ColourGroup }) {
  const { changes, scheme } = looks;
  const ground = COLOURS.find(({ name }) => name === '--pt-bg');
  const set = (colour: Colour, value: string) =>
    onChange({ ...looks, changes: changed(changes, scheme, { colour, value }) });
  return (
    <details>
      <summary className="text-sm font-medium">{texts.groups[group]}</summary>
      <div className="mt-2 grid gap-1.5 sm:grid-cols-2 wide:grid-cols-1">
        {COLOURS.filter((colour) => colour.group === group).map((colour) => (
          <ColourField
            key={colour.name}
            colour={colour}
            value={valueOf(changes, scheme, colour)}
            isChanged={colour.name in changes[scheme]}
            ground={ground ? valueOf(changes, scheme, ground) : '#ffffff'}
            onChange={(value) => set(colour, value)}
            onReset={() => set(colour, colour[scheme])}
          />
        ))}
      </div>
    </details>
  );
}

/** What is no colour. */
function Shape({ looks, onChange }: LooksProps) {
  const id = useId();
  const { radius, font } = looks;
  return (
    <div className="grid gap-2 sm:grid-cols-2 wide:grid-cols-1">
      <label className="grid gap-1 text-xs text-muted" htmlFor={`${id}-radius`}>
        {texts.radius(String(radius))}
        <input
          id={`${id}-radius`}
          type="range"
          min={0}
          max={16}
          value={radius}
          className="accent-accent"
          onChange={(event) => onChange({ ...looks, radius: Number(event.target.value) })}
        />
      </label>
      <label className="grid gap-1 text-xs text-muted" htmlFor={`${id}-font`}>
        {texts.font}
        <select
          id={`${id}-font`}
          className="field w-full min-w-0"
          value={font}
          onChange={(event) => {
            const name = FONT_NAMES.find((one) => one === event.target.value);
            if (name) onChange({ ...looks, font: name });
          }}
        >
          {FONT_NAMES.map((name) => (
            <option key={name} value={name}>
              {texts.fonts[name]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
