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
  lead: 'A dashboard gets it as a React component, as a custom element for everything else, or as a frame where no package can go. All three draw the same, take the same choices and keep nothing.',
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
    text: 'One package, ESM, typed. React 18 or 19 is yours to bring for the component; the element brings its own.',
    tools:
      'Vite, webpack, Rspack, esbuild, Rollup, Bun and Next take it as it is. Parcel wants "@parcel/resolver-default": { "packageExports": true } in package.json, and npm: before the name of the worker. TypeScript from 5.0 on has its types, by whichever moduleResolution.',
  },
  forms: {
    label: 'Form',
    names: { react: 'React', element: 'Custom element', frame: 'Frame' } satisfies Record<Form, string>,
    about: {
      react:
        'For pages made with React 18 or 19. Drawn on servers, too: the page they send holds the timeline, to be seen before a script has been loaded. What streams, like renderToPipeableStream, puts it into its place by a script in the page; where a policy forbids that, give it progressiveChunkSize: Infinity. Where components live on servers, as in Next’s app folder, it is a client component by itself; a file that gives it functions, as this one does, begins with "use client".',
      element:
        'For every other page, with or without a bundler. One file with all that it needs, in a shadow root: your styles stay yours, and its own stay inside.',
      frame:
        'For tools that take an address and nothing else, and for data that must not share a page. It talks by messages, and only to the page that its address names.',
    } satisfies Record<Form, string>,
    code: {
      react: 'Conversation.tsx',
      element: 'index.html',
      frame: 'index.html',
    } satisfies Record<Form, string>,
    loading: 'Loading the example…',
    blocked:
      'The host of this site lets this page frame nothing. It has to send the headers of /docs for this address, as written under “Strict policies”.',
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
    ofThePage: 'Of the page',
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
    lead: 'Each is a custom property: set those you want changed, the others keep their values. A frame has its theme only.',
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
    note: 'What you set holds in high contrast, too. To leave that to the timeline, write .pt-root:not([data-theme="high-contrast"]). Under forced colours the system’s colours win for all words. The axis stays in sight while the page scrolls; where a head of your page does, too, say how high it is: --pt-top: 56px. Many bundlers rewrite light-dark() for older browsers; your colours then follow a color-scheme that stands in a style sheet or on an element, or the theme that you give.',
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
      vue: 'Tell the compiler that the tag is no Vue component: compilerOptions.isCustomElement in vite.config.js or .ts. This file is compiled and clicked through by this project’s tests.',
      svelte: 'Works as it is. This file is compiled and clicked through by this project’s tests.',
      angular:
        'CUSTOM_ELEMENTS_SCHEMA lets the template have the tag. Events with a capital work in parentheses. Around it, @defer keeps it out of what a page loads first. This file is compiled and clicked through by this project’s tests.',
      tsx: 'The component is made for React. Where you want the element all the same, this file tells TSX of its tag; React sets its properties, and hears its events by onselect and onviewChange. Have React draw it in the page alone (in Next by dynamic with ssr: false): where a server has drawn the tag, React 19 passes over both. This file is compiled by this project’s tests.',
      plain:
        'Without a bundler: lib/element.js of the package stands alone, and lies beside the page. These files are opened and clicked through by this project’s tests, under a policy without inline styles and with Trusted Types.',
      node: 'Figures and pictures for mails and reports. /core needs nothing else; /svg draws with React: npm install react react-dom. Both run in browsers and workers, too. This file is run by this project’s tests.',
      jest: 'Tests in Vitest need none of this. In Jest the package, being ESM, has to pass through your transform; with next/jest it does by transpilePackages: ["participant-timeline"] in next.config instead. Pages of tests have no layout: choose a bar by its cell and Enter, not by a click. These files are run by this project’s tests, with Jest 29.',
    } satisfies Record<Framework, string>,
  },
  policies: {
    label: 'Host of the timeline',
    lead: 'A page that holds the component or the element needs no exception in its policy: neither inline styles nor eval, and Trusted Types may be on. Only HTML that was drawn on a server carries style attributes.',
    frame: 'For a frame, two pages have to agree:',
    columns: { given: 'The page around the frame has', needed: 'It needs' },
    rows: [
      {
        given: 'Content-Security-Policy with frame-src, child-src or default-src',
        needed: 'the timeline’s origin in frame-src',
      },
      {
        given: '<iframe sandbox>, or sandbox in its policy',
        needed:
          'allow-scripts allow-same-origin: without the second the frame has no origin, and nobody trusts it',
      },
      {
        given: 'Cross-Origin-Embedder-Policy',
        needed: 'nothing: /embed comes with one, and with Cross-Origin-Resource-Policy: cross-origin',
      },
      {
        given: 'Referrer-Policy: no-referrer',
        needed: 'nothing: the origin stands in the address of the frame',
      },
    ],
    serve:
      'And the site that serves the timeline has to let /embed be framed, and nothing else. Its build holds these headers for hosts that read _headers; here they are for others. A proxy that adds X-Frame-Options has to leave it out for /embed.',
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
        'Every promise is rejected with a `TimelineFrameError`, whose `code` says why. What the frame was told it is told again when it was loaded anew.',
      events: 'Listen with addEventListener. None of them bubbles.',
      requests:
        'Each is { protocol: "participant-timeline", version: 1, type, id?, payload? }. One with an id is answered once, with that id.',
      news: 'Sent by the frame without being asked.',
    } as { readonly [group in GroupName]?: string },
    required: 'required',
    types: 'Types that are named above',
    parts: 'Parts and slots of <participant-timeline>',
    partsOf: (parts: readonly string[], slots: readonly string[]) =>
      `Style with ::part(): ${coded(parts)}. In place of its messages: children with slot ${coded(slots)}. A child <script type="application/json"> is a conversation, too.`,
  },
};
