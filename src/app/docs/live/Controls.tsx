import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { OVERLAYS } from '../../../core/view/view';
import { viewFrom } from '../../../core/view/view-from';
import { sampleListQuery } from '../../../sources/queries';
import { useSamples } from '../../samples';
import { docsWords } from '../../words/docs';
import { type Choice, EXAMPLE_THEMES, LOCALES, withOverlay, ZONES } from '../choice';

const texts = docsWords.controls;
const OVERLAYS_AT_FIRST = viewFrom().overlays;

interface ControlsProps {
  choice: Choice;
  onChange: (choice: Choice) => void;
}

function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="grid content-start gap-1">
      <label htmlFor={id} className="text-xs text-muted">
        {label}
      </label>
      {children(id)}
    </div>
  );
}

interface PickProps<Value extends string> {
  label: string;
  values: readonly Value[];
  value: Value;
  titleOf: (value: Value) => string;
  onPick: (value: Value) => void;
}

function Pick<Value extends string>({ label, values, value, titleOf, onPick }: PickProps<Value>) {
  return (
    <Field label={label}>
      {(id) => (
        <select
          id={id}
          className="field w-full min-w-0"
          value={value}
          onChange={(event) => {
            const picked = values.find((one) => one === event.target.value);
            if (picked !== undefined) onPick(picked);
          }}
        >
          {values.map((one) => (
            <option key={one} value={one}>
              {titleOf(one)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Switch({ label, on, onSwitch }: { label: string; on: boolean; onSwitch: (on: boolean) => void }) {
  return (
    <label className="flex min-h-7 items-center gap-2 text-sm">
      <input
        type="checkbox"
        className="size-4 accent-accent"
        checked={on}
        onChange={(event) => onSwitch(event.target.checked)}
      />
      {label}
    </label>
  );
}

/** What every form of the timeline can be told. */
export function Controls({ choice, onChange }: ControlsProps) {
  const change = (part: Partial<Choice>) => onChange({ ...choice, ...part });
  return (
    <form
      aria-label={texts.label}
      className="card grid grid-cols-2 content-start gap-3 p-3 wide:grid-cols-1"
      onSubmit={(event) => event.preventDefault()}
    >
      <SamplePick value={choice.sample} onPick={(sample) => change({ sample })} />
      <Pick
        label={texts.theme}
        values={EXAMPLE_THEMES}
        value={choice.theme}
        titleOf={(theme) => texts.themes[theme]}
        onPick={(theme) => change({ theme })}
      />
      <Pick
        label={texts.zone}
        values={ZONES}
        value={choice.timeZone}
        titleOf={(zone) => zone || texts.ofTheBrowser}
        onPick={(timeZone) => change({ timeZone })}
      />
      <Pick
        label={texts.locale}
        values={LOCALES}
        value={choice.locale}
        titleOf={(locale) => locale || texts.ofTheBrowser}
        onPick={(locale) => change({ locale })}
      />
      <Pick
        label={texts.clock}
        values={['time', 'elapsed'] as const}
        value={choice.clock}
        titleOf={(clock) => texts.clocks[clock]}
        onPick={(clock) => change({ clock })}
      />
      <fieldset className="m-0 border-0 p-0">
        <legend className="mb-1 text-xs text-muted">{texts.looks}</legend>
        <Switch label={texts.compact} on={choice.compact} onSwitch={(compact) => change({ compact })} />
        <Switch label={texts.toolbar} on={choice.toolbar} onSwitch={(toolbar) => change({ toolbar })} />
        <Switch label={texts.readOnly} on={choice.readOnly} onSwitch={(readOnly) => change({ readOnly })} />
      </fieldset>
      <OverlaySwitches choice={choice} onChange={onChange} />
    </form>
  );
}

function SamplePick({ value, onPick }: { value: string; onPick: (id: string) => void }) {
  const { data: samples = [] } = useQuery(sampleListQuery(useSamples()));
  const titles = new Map(samples.map(({ id, title }) => [id, title]));
  return (
    <Pick
      label={texts.sample}
      values={titles.has(value) ? [...titles.keys()] : [value]}
      value={value}
      titleOf={(id) => titles.get(id) ?? id}
      onPick={onPick}
    />
  );
}

function OverlaySwitches({ choice, onChange }: ControlsProps) {
  const overlays = { ...OVERLAYS_AT_FIRST, ...choice.overlays };
  return (
    <fieldset className="col-span-full m-0 border-0 p-0">
      <legend className="mb-1 text-xs text-muted">{texts.overlays}</legend>
      <div className="grid grid-cols-2 gap-x-3 sm:grid-cols-3 wide:grid-cols-2">
        {OVERLAYS.map((name) => (
          <Switch
            key={name}
            label={texts.overlayNames[name]}
            on={overlays[name]}
            onSwitch={(on) => onChange(withOverlay(choice, name, { on, atFirst: OVERLAYS_AT_FIRST[name] }))}
          />
        ))}
      </div>
    </fieldset>
  );
}
