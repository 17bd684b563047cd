import { mount } from 'svelte';
import conversation from './conversation.json';
import Timeline from './Timeline.svelte';

mount(Timeline, { target: document.querySelector('#app'), props: { conversation } });
