import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter/wght.css';
import { ParticipantTimeline } from '../../src/timeline/index';
import '../../src/timeline/style.css';
import { scenes } from './all';
import './page.css';
import { idOf, type Scene, timelineOfScene } from './scene';

const THEMES = ['light', 'dark', 'high-contrast'] as const;
type Shade = (typeof THEMES)[number];

/** The theme is in the address, so that a test opens the page as it wants it. */
function themeAsked(): Shade {
  const asked = new URLSearchParams(location.search).get('theme');
  return THEMES.find((theme) => theme === asked) ?? 'light';
}

function Shown({ scene, theme }: { scene: Scene; theme: Shade }) {
  const { rule, title } = scene;
  const [view, setView] = useState(scene.view);
  const [timeline] = useState(() => timelineOfScene(scene));
  return (
    <section id={idOf(scene)} aria-labelledby={`${idOf(scene)}-title`}>
      <h2 id={`${idOf(scene)}-title`}>
        <a href={`#${idOf(scene)}`}>{rule}</a> {title}
      </h2>
      <figure>
        <ParticipantTimeline
          conversation={timeline}
          view={view}
          onViewChange={setView}
          theme={theme}
          timeZone="UTC"
          locale="en-GB"
          toolbar={false}
        />
      </figure>
    </section>
  );
}

/** Every scene, live: each can be zoomed, walked and selected as in a host. */
function Gallery() {
  const [theme, setTheme] = useState(themeAsked);
  return (
    <main data-theme={theme} className="pt-theme">
      <h1>Gallery</h1>
      <label>
        Theme{' '}
        <select
          value={theme}
          onChange={({ target }) => setTheme(THEMES.find((name) => name === target.value) ?? 'light')}
        >
          {THEMES.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      {scenes.map((scene) => (
        <Shown key={idOf(scene)} scene={scene} theme={theme} />
      ))}
    </main>
  );
}

const host = document.createElement('div');
document.body.append(host);
createRoot(host).render(
  <StrictMode>
    <Gallery />
  </StrictMode>,
);
