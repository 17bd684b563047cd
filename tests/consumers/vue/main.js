import { createApp } from 'vue';
import conversation from './conversation.json';
import Timeline from './Timeline.vue';

createApp(Timeline, { conversation }).mount('#app');
