import { SunMoon } from 'lucide-react';
import { THEMES, themeNamed, useSettings } from '../settings';
import { words } from '../words';
import { BarSelect } from './BarSelect';

export function ThemeChoice() {
  const { theme, setTheme } = useSettings();
  return (
    <BarSelect
      label={words.theme.label}
      icon={SunMoon}
      from="lg"
      value={theme}
      onChange={(name) => setTheme(themeNamed(name))}
    >
      {THEMES.map((name) => (
        <option key={name} value={name}>
          {words.theme.names[name]}
        </option>
      ))}
    </BarSelect>
  );
}
