import { renderToString } from 'react-dom/server';
import { App } from './App';

if (typeof document !== 'undefined') throw new Error('This was to run without a DOM');
const complaints: unknown[] = [];
console.error = (complaint: unknown) => complaints.push(complaint);
const html = renderToString(<App />);
if (complaints.length > 0) throw new Error(`React complains: ${complaints.join('\n')}`);
process.stdout.write(html);
