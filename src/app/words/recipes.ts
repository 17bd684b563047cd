/** One way into one tool. */
export interface RecipeWords {
  title: string;
  steps: readonly string[];
  /** What does not work, or has to be known. */
  note?: string;
}

export const recipeWords = {
  lead: 'What each tool lets in, and the shortest way. The page without the package is run by this project’s tests. What is done in a tool’s own menus and frameworks was written from its documentation, as it stood in November 2026, and not tried in it.',
  address: {
    title: 'Anything that only places an address',
    lead: 'The conversation travels in the address itself, packed, behind its #, which browsers send to no server. This one holds the conversation chosen under “Try it”.',
    code: 'Address',
    length: (characters: number) => `${characters.toLocaleString('en')} characters.`,
    tooLong: (characters: number, most: number) =>
      `It would be ${characters.toLocaleString('en')} characters long, and addresses are cut off beyond ${most.toLocaleString('en')}. Have a page send it instead.`,
    packing: 'Packing…',
    failed: 'This browser cannot pack a conversation into an address.',
    note: 'Whoever has the address has the conversation, and so has the tool that keeps it. “Share” on a conversation’s page replaces names and numbers first.',
  },
  protocol: {
    title: 'A page of your own without the package',
    steps: [
      'Give the iframe the address of /embed, with the origin of your page as parentOrigin.',
      'Answer `ready` with `load`. Every message with an id is answered once.',
    ],
    note: 'With the package, connectTimelineFrame does this, and survives reloads of the frame.',
  },
  grafana: {
    title: 'Grafana text panel',
    steps: [
      'Let text panels have iframes that run scripts, as an administrator can. Otherwise Grafana keeps them in a sandbox, where the timeline only says that it needs JavaScript; older versions write them out as text. The same setting lets scripts of every editor in, and Grafana Cloud does not offer it.',
      'Add a Text panel in HTML mode with the iframe. A dashboard variable may hold the packed conversation: #data1=${conversation:raw}.',
    ],
    note: 'Where that setting is not to be had, a link to the same address may stand in the panel, to be opened in a tab. Or a panel plugin of your own can hold the React component: Grafana draws it with its own React, which is 18, and 19 from Grafana 13 on.',
  },
  genesys: {
    title: 'Genesys Cloud client application',
    steps: [
      'Serve a small page of your own with the element, and let https://apps.<your region> frame it (frame-ancestors).',
      'Add an Interaction Widget integration. Its address: https://your.page/?conversationId={{gcConversationId}}',
      'Leave allow-scripts and allow-same-origin in its sandbox options.',
    ],
    note: 'The timeline itself asks Genesys for nothing: your page signs in, fetches, and hands over.',
  },
  salesforce: {
    title: 'Salesforce Lightning page',
    steps: [
      'Setup, Trusted URLs, New Trusted URL: https://timeline.example.com, active, in the context of your page, with frame-src.',
      'A Lightning web component of yours holds this one, as `<c-timeline conversation={conversation}>`. It sends the conversation once it and the frame are there.',
    ],
    note: 'Data that comes from Lightning is wrapped in proxies, which cannot be posted: copy it first, as here.',
  },
  servicenow: {
    title: 'ServiceNow portal',
    steps: [
      'A Service Portal widget with the iframe; its server script puts the conversation into data.conversation.',
      'If the instance sends a Content-Security-Policy (its HTTP response headers say), add the timeline’s origin to frame-src.',
    ],
  },
  powerbi: {
    title: 'Power BI dashboard',
    steps: [
      'An administrator of the tenant has to allow it: “Web content on dashboard tiles”, in the dashboard settings.',
      'On a dashboard (not in a report): the arrow beside Edit, Add a tile, Web content, Next, and paste the iframe. With 100 % it follows the size of its tile.',
      'Its conversation stands in the address, made as above.',
    ],
    note: 'How long such a code may be is not documented: try yours. Reports take no iframe; a custom visual can hold the element, which needs no storage and no network.',
  },
  notion: {
    title: 'Notion, Confluence and the like',
    steps: [
      'Notion: type /embed, and paste the address made as above. Confluence: the iframe macro that your site or one of its apps has, with its list of allowed sites, if it has one.',
      'Where the address is too long, let it name a small page of your own, which frames the timeline and sends the conversation.',
    ],
    note: 'Notion documents 2,000 characters as the longest address that its interface for programs takes; a usual call needs 3,000 to 7,000. The frame says so when its address was cut off.',
  },
} as const;
