import { Globe } from 'lucide-react';
import { useSettings } from '../settings';
import { words } from '../words';
import { browserZone, timeZones } from '../zones';
import { BarSelect } from './BarSelect';

export function ZoneChoice() {
  const { timeZone, setTimeZone } = useSettings();
  const own = browserZone();
  const zones = timeZones();
  return (
    <BarSelect label={words.zone.label} icon={Globe} from="md" value={timeZone} onChange={setTimeZone}>
      {!zones.includes(timeZone) && <option value={timeZone}>{timeZone}</option>}
      {zones.map((zone) => (
        <option key={zone} value={zone}>
          {zone === own ? words.zone.browser(zone) : zone}
        </option>
      ))}
    </BarSelect>
  );
}
