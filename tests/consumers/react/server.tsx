import { renderToString } from 'react-dom/server';
import { App } from './App';

if (typeof document !== 'undefined') throw new Error('This was to run without a DOM');
process.stdout.write(renderToString(<App />));
