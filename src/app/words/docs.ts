import type { OverlayName } from '../../core/view/view';
import type { ExampleTheme, Form } from '../docs/choice';
import type { Framework } from '../docs/frameworks/frameworks';
import type { HostName } from '../docs/hosts';
import type { GroupName } from '../docs/reference/reference';
import type { ColourGroup } from '../docs/theming/colours';

const coded = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');

/** The texts of the docs page, but for its recipes. */
export const docsWords = {
  title: 'Docs',
  heading: 'Put the timeline into your page',
  lead: 'As a React component, as a custom element for every other page, or as a frame where no package can go. All three draw the same timeline, take the same options and store nothing.',
  contents: 'On this page',
  sections: {
    start: 'Start',
    live: 'Try it',
    frameworks: 'Vue, Svelte, Angular, plain HTML, Node, tests',
    recipes: 'Recipes',
    policies: 'Strict policies',
    reference: 'Reference',
  },
  copy: (title: string) => `Copy: ${title}`,
  install: {
    title: 'Shell',
    code: 'npm install participant-timeline',
    text: 'One package, ESM, with types. The component uses the React 18 or 19 of your page; the element needs no React.',
    tools:
      'Vite, webpack, Rspack, esbuild, Rollup, Bun and Next need no configuration. Parcel needs `"@parcel/resolver-default": { "packageExports": true }` in `package.json`, and `npm:` before the name of the worker. TypeScript 5.0 or newer finds the types with any `moduleResolution`.',
  },
  forms: {
    label: 'Form',
    names: { react: 'React', element: 'Custom element', frame: 'Frame' } satisfies Record<Form, string>,
    about: {
      react:
        'For pages made with React 18 or 19. It renders on servers, too, so the timeline is there before any script has loaded. `renderToPipeableStream` moves it into place with an inline script; where your policy forbids those, set `progressiveChunkSize: Infinity`. In Next’s app folder it is a client component already; a file that passes it functions, as this one does, begins with `"use client"`.',
      element:
        'For every other page, with or without a bundler. One file holds all it needs. It draws in a shadow root: your styles stay out, and its own stay in.',
      frame:
        'For tools that take an address and nothing else, and for data that must not share a page. It talks by messages, and only to the page whose origin its address names.',
    } satisfies Record<Form, string>,
    code: {
      react: 'Conversation.tsx',
      element: 'index.html',
      frame: 'index.html',
    } satisfies Record<Form, string>,
    loading: 'Loading the example…',
    blocked:
      'The host of this site does not let this page hold a frame. It has to send the headers of `/docs` for this address; see “Strict policies”.',
    frameTitle: 'Conversation timeline',
  },
  controls: {
    label: 'What the example shows',
    sample: 'Conversation',
    theme: 'Theme',
    themes: {
      host: 'As the page around it',
      light: 'Light',
      dark: 'Dark',
      system: 'System',
      'high-contrast': 'High contrast',
    } satisfies Record<ExampleTheme, string>,
    zone: 'Time zone',
    locale: 'Locale',
    ofTheBrowser: 'Of the browser',
    clock: 'Clock',
    clocks: { time: 'Time of day', elapsed: 'Since the start' },
    looks: 'Looks',
    compact: 'Compact',
    toolbar: 'Toolbar',
    readOnly: 'Read only',
    overlays: 'Overlays',
    overlayNames: {
      roles: 'Roles',
      control: 'Control',
      consult: 'Consult',
      monitor: 'Monitor',
      coach: 'Coach',
      barge: 'Barge',
      transfer: 'Transfer',
      peers: 'Peers',
      limits: 'Limits',
      evaluations: 'Evaluations',
    } satisfies Record<OverlayName, string>,
  },
  said: {
    title: 'What it tells you',
    nothing: 'Nothing yet. Choose a bar, zoom, or switch an overlay.',
  },
  theming: {
    title: 'Colours',
    lead: 'Each is a custom property: set those you want to change, the others keep their values. A frame takes its theme only.',
    scheme: 'Colour scheme',
    schemes: { light: 'Light', dark: 'Dark' },
    groups: {
      surfaces: 'Surfaces and words',
      segments: 'Bars',
      links: 'Ties and co-browse sessions',
    } satisfies Record<ColourGroup, string>,
    reset: 'Reset all',
    resetOne: (name: string) => `Reset ${name}`,
    radius: (pixels: string) => `Corners: ${pixels} px`,
    font: 'Font',
    fonts: { inherit: 'As around it', system: 'System', mono: 'Monospaced', serif: 'Serif' },
    code: 'your.css',
    weak: (ratio: string, least: number) => `${ratio} : 1 on the background, less than ${least} : 1`,
    notes: [
      'Your colours hold in high contrast, too. To leave that theme as it is, write `.pt-root:not([data-theme="high-contrast"])`. Under forced colours the system’s colours win for all words.',
      'The axis stays in sight while the page scrolls. If your page has a sticky header, say how high it is: `--pt-top: 56px`.',
      'Many bundlers rewrite `light-dark()` for older browsers. Colours then follow the `color-scheme` of a style sheet or an element, or the theme you give.',
    ],
  },
  frameworks: {
    label: 'Framework',
    names: {
      vue: 'Vue 3',
      svelte: 'Svelte 5',
      angular: 'Angular',
      tsx: 'React 19, TSX',
      plain: 'Plain HTML',
      node: 'Node',
      jest: 'Jest',
    } satisfies Record<Framework, string>,
    about: {
      vue: 'Tell the compiler that the tag is not a Vue component: `compilerOptions.isCustomElement` in `vite.config.js`. This project’s tests compile this file and click through it.',
      svelte: 'Works as it is. This project’s tests compile this file and click through it.',
      angular:
        '`CUSTOM_ELEMENTS_SCHEMA` allows the tag in templates. Events with a capital letter work in parentheses. Put it in a `@defer` block to keep it out of what the page loads first. This project’s tests compile this file and click through it.',
      tsx: 'In React the component is the better choice. If you want the element all the same, this file gives TSX the types of its tag. React sets its properties, and takes listeners as `onselect` and `onviewChange`. Draw it in the browser only (in Next by `dynamic` with `ssr: false`): where a server has drawn the tag, React 19 sets neither properties nor listeners. This project’s tests compile this file.',
      plain:
        'Without a bundler: `lib/element.js` of the package is complete in itself; put it beside the page. This project’s tests open these files and click through them, under a policy without inline styles and with Trusted Types.',
      node: 'Figures and pictures for mails and reports. `/core` needs nothing else; `/svg` draws with React: `npm install react react-dom`. Both run in browsers and workers, too. This project’s tests run this file.',
      jest: 'Vitest needs none of this. In Jest the package, being ESM, has to go through your transform; with `next/jest` add `transpilePackages: ["participant-timeline"]` to `next.config` instead. Test pages have no layout: choose a bar by its cell and Enter, not by a click. This project’s tests run these files with Jest 29.',
    } satisfies Record<Framework, string>,
  },
  policies: {
    label: 'Host of the timeline',
    lead: 'A page that holds the component or the element needs no exception in its policy: no inline styles, no eval, and Trusted Types may be on. Only HTML that was rendered on a server carries style attributes.',
    frame: 'For a frame, two sides have to agree:',
    columns: { given: 'The page around the frame has', needed: 'It needs' },
    rows: [
      {
        given: '`Content-Security-Policy` with `frame-src`, `child-src` or `default-src`',
        needed: 'the timeline’s origin in `frame-src`',
      },
      {
        given: '`<iframe sandbox>`, or `sandbox` in its policy',
        needed:
          '`allow-scripts allow-same-origin`: without the second the frame has no origin of its own, and its messages are not trusted',
      },
      {
        given: '`Cross-Origin-Embedder-Policy`',
        needed: 'nothing: `/embed` sends one, too, and `Cross-Origin-Resource-Policy: cross-origin`',
      },
      {
        given: '`Referrer-Policy: no-referrer`',
        needed: 'nothing: the address of the frame names the origin',
      },
    ],
    serve:
      'The site that serves the timeline has to allow framing of `/embed`, and of nothing else. The build holds these headers for hosts that read `_headers`; here they are for others. A proxy that adds `X-Frame-Options` has to leave it out for `/embed`.',
    names: {
      cloudflare: 'Cloudflare Pages',
      netlify: 'Netlify',
      nginx: 'nginx',
      vercel: 'Vercel',
    } satisfies Record<HostName, string>,
  },
  reference: {
    lead: 'Read from the types of the package when this site was built.',
    groups: {
      props: 'Props of <ParticipantTimeline>',
      handle: 'Its ref',
      attributes: 'Attributes of <participant-timeline>',
      events: 'Events of <participant-timeline>',
      requests: 'Messages to the frame',
      news: 'Messages from the frame',
      client: 'connectTimelineFrame(iframe, options)',
      clientOptions: 'Its options',
    } satisfies Record<GroupName, string>,
    notes: {
      attributes:
        'Properties have the names of the props, methods are those of the ref. `overlays` names what to switch on and, with a minus, off: `peers -limits`.',
      client:
        'A promise that fails is rejected with a `TimelineFrameError`, whose `code` says why. What you told the frame it is told again after it was reloaded.',
      events: 'Listen with `addEventListener`. None of them bubbles.',
      requests:
        'Each is `{ protocol: "participant-timeline", version: 1, type, id?, payload? }`. One with an `id` is answered exactly once, with that `id`.',
      news: 'Sent by the frame without being asked.',
    } as { readonly [group in GroupName]?: string },
    required: 'required',
    types: 'Types that are named above',
    parts: 'Parts and slots of <participant-timeline>',
    partsOf: (parts: readonly string[], slots: readonly string[]) =>
      `Style with \`::part()\`: ${coded(parts)}. Replace its messages by children with the slots ${coded(slots)}. A child \`<script type="application/json">\` is a conversation, too.`,
  },
};
