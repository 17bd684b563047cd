import { THEMES, themeNamed, useSettings } from '../settings';
import { words } from '../words';

export function ThemeChoice() {
  const { theme, setTheme } = useSettings();
  return (
    <select
      aria-label={words.theme.label}
      className="field w-23 min-w-0 sm:w-36"
      value={theme}
      onChange={(event) => setTheme(themeNamed(event.target.value))}
    >
      {THEMES.map((name) => (
        <option key={name} value={name}>
          {words.theme.names[name]}
        </option>
      ))}
    </select>
  );
}
