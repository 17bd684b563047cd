import { browserZone, timeZones, useSettings } from '../settings';
import { words } from '../words';

export function ZoneChoice() {
  const { timeZone, setTimeZone } = useSettings();
  const own = browserZone();
  const zones = timeZones();
  return (
    <select
      aria-label={words.zone.label}
      className="field w-22 min-w-0 sm:w-52"
      value={timeZone}
      onChange={(event) => setTimeZone(event.target.value)}
    >
      {!zones.includes(timeZone) && <option value={timeZone}>{timeZone}</option>}
      {zones.map((zone) => (
        <option key={zone} value={zone}>
          {zone === own ? words.zone.browser(zone) : zone}
        </option>
      ))}
    </select>
  );
}
