// Without a bundler: what the page imports, it imports by its address.
const answer = await fetch('./conversation.json');
const timeline = document.querySelector('participant-timeline');
timeline.addEventListener('select', ({ detail }) => {
  document.querySelector('#said').textContent = `selected a ${detail.kind}`;
});
timeline.conversation = await answer.json();
