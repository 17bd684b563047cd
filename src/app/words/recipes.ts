/** One way into one tool. */
export interface RecipeWords {
  title: string;
  steps: readonly string[];
  /** What does not work, or has to be known. */
  note?: string;
}

export const recipeWords = {
  lead: 'What each tool allows, and the shortest way there. This project’s tests run the page without the package, the client application and the portal’s controller; what else was tried, and on which engine, stands with it. Nothing was tried in a tool itself: steps in its menus were written from its documentation of November 2026.',
  address: {
    title: 'Anything that only places an address',
    lead: 'The conversation is packed into the address, behind its `#`, which browsers send to no server. This address holds the conversation chosen under “Try it”.',
    code: 'Address',
    length: (characters: number) => `${characters.toLocaleString('en')} characters.`,
    tooLong: (characters: number, most: number) =>
      `The address would have ${characters.toLocaleString('en')} characters; beyond ${most.toLocaleString('en')} addresses are cut off. Let a page send the conversation instead.`,
    packing: 'Packing…',
    failed: 'This browser cannot pack a conversation into an address.',
    note: 'Whoever has the address has the conversation, and so has the tool that stores it. “Share” on a conversation’s page replaces names and numbers first.',
  },
  protocol: {
    title: 'A page of your own without the package',
    steps: [
      'Give the iframe the address of `/embed`, with the origin of your page as `parentOrigin`.',
      'Answer `ready` with `load`. Every message with an `id` is answered once.',
    ],
    note: 'With the package, `connectTimelineFrame` does this, and survives reloads of the frame.',
  },
  grafana: {
    title: 'Grafana text panel',
    steps: [
      'Ask an administrator to allow iframes with scripts in text panels. Without that, Grafana puts them in a sandbox, where the timeline only says that it needs JavaScript; versions before 11.3 show them as text. The setting allows scripts of every editor, and Grafana Cloud does not offer it.',
      'Add a Text panel in HTML mode with the iframe. A dashboard variable may hold the packed conversation: `#data1=${conversation:raw}`. But what a variable holds stands in the dashboard’s own address, too, which Grafana’s server sees.',
    ],
    note: 'Without that setting, put a link to the same address into the panel, which opens in a tab. Or write a panel plugin with the React component: Grafana draws it with its own React, which is 18, and 19 from Grafana 13 on. Tried with what sanitizes text panels in Grafana 8.5 to 13.2.',
  },
  genesys: {
    title: 'Genesys Cloud client application',
    steps: [
      'Serve a small page of your own with the element, and allow `https://apps.<your region>` to frame it (`frame-ancestors`).',
      'Add an Interaction Widget integration with the address `https://your.page/?conversationId={{gcConversationId}}`.',
      'Leave `allow-scripts` and `allow-same-origin` in its sandbox options.',
    ],
    note: 'The timeline itself asks Genesys for nothing: your page signs in, fetches the conversation and hands it over. Tried in such a sandbox with made-up answers.',
  },
  salesforce: {
    title: 'Salesforce Lightning page',
    steps: [
      'Setup, Trusted URLs, New Trusted URL: `https://timeline.example.com`, active, in the context of your page, with `frame-src`.',
      'Put this component into a Lightning web component of yours: `<c-timeline conversation={conversation}>`. Wherever there is a conversation there is a frame, which gets each new one.',
    ],
    note: 'Lightning wraps its data in proxies, which cannot be posted: copy it first, as here. Tried on the open engine, LWC 9.4, with native and synthetic shadow, alone and in the sandbox of Lightning Web Security.',
  },
  servicenow: {
    title: 'ServiceNow portal',
    steps: [
      'Make a Service Portal widget with the iframe. Its server script puts the conversation into `data.conversation`.',
      'If your instance sends a `Content-Security-Policy` (look at its HTTP response headers), add the timeline’s origin to `frame-src`.',
    ],
    note: 'Tried on AngularJS 1.4, 1.5 and 1.8.',
  },
  powerbi: {
    title: 'Power BI dashboard',
    steps: [
      'Ask an administrator of the tenant to allow “Web content on dashboard tiles” in the dashboard settings.',
      'On a dashboard (not in a report) choose the arrow beside Edit, Add a tile, Web content, Next, and paste the iframe. With 100 % it follows the size of its tile.',
      'Its address holds the conversation, packed as above.',
    ],
    note: 'How long the pasted code may be is not documented: try yours. Reports take no iframe; a custom visual can hold the element, which needs no storage and no network: tried with `powerbi-visuals-tools` 7.1, and what it packs in a sandbox with `allow-scripts` only.',
  },
  notion: {
    title: 'Notion, Confluence and the like',
    steps: [
      'Notion: type `/embed` and paste the address, packed as above. Confluence: use the iframe macro of your site or of one of its apps, and add the timeline’s origin to its list of allowed sites, if it has one.',
      'If the address is too long, use that of a small page of your own, which frames the timeline and sends the conversation.',
    ],
    note: 'Notion’s API takes addresses of 2,000 characters at most, by its documentation; a usual call needs 3,000 to 7,000. The frame says so when its address was cut off.',
  },
} as const;
