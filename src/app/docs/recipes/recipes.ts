import type { RecipeWords } from '../../words/recipes';
import { recipeWords } from '../../words/recipes';
import genesysHtml from './genesys-html.txt?raw';
import genesys from './genesys.txt?raw';
import grafana from './grafana.txt?raw';
import lwcHtml from './lwc-html.txt?raw';
import lwc from './lwc.txt?raw';
import powerbi from './powerbi.txt?raw';
import protocol from './protocol.txt?raw';
import servicenowHtml from './servicenow-html.txt?raw';
import servicenow from './servicenow.txt?raw';

export interface Recipe {
  id: string;
  words: RecipeWords;
  files: readonly { name: string; code: string }[];
}

const FRAME = `<iframe
  id="timeline"
  title="Conversation timeline"
  src="https://timeline.example.com/embed?parentOrigin=https://dashboard.example.com"
  width="100%"
  height="480"
></iframe>
`;
const PANEL = `<iframe
  title="Conversation timeline"
  src="https://timeline.example.com/embed?theme=dark#data1=\${conversation:raw}"
  width="100%"
  height="480"
  frameborder="0"
></iframe>
`;

export const recipes: readonly Recipe[] = [
  {
    id: 'protocol',
    words: recipeWords.protocol,
    files: [
      { name: 'index.html', code: FRAME },
      { name: 'page.js', code: protocol },
    ],
  },
  {
    id: 'grafana',
    words: recipeWords.grafana,
    files: [
      { name: 'grafana.ini', code: grafana },
      { name: 'Text panel', code: PANEL },
    ],
  },
  {
    id: 'genesys',
    words: recipeWords.genesys,
    files: [
      { name: 'index.html', code: genesysHtml },
      { name: 'widget.js', code: genesys },
    ],
  },
  {
    id: 'salesforce',
    words: recipeWords.salesforce,
    files: [
      { name: 'timeline.html', code: lwcHtml },
      { name: 'timeline.js', code: lwc },
    ],
  },
  {
    id: 'servicenow',
    words: recipeWords.servicenow,
    files: [
      { name: 'Body HTML template', code: servicenowHtml },
      { name: 'Client controller', code: servicenow },
    ],
  },
  { id: 'powerbi', words: recipeWords.powerbi, files: [{ name: 'Web content', code: powerbi }] },
  { id: 'notion', words: recipeWords.notion, files: [] },
];
