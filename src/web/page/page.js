// Shows the API's events as they happen.

const SHOWN = 100;
const MINUTE = 60_000;

const rows = document.getElementById('events');
const filters = document.getElementById('filters');
const sources = new Map();
const times = [];
let last = 0;
let total = 0;
let failures = 0;
let chosen = '';

const set = (id, text) => { document.getElementById(id).textContent = text; };

const details = (data) => {
  const pairs = (value, path) => value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => pairs(inner, path ? `${path}.${key}` : key))
    : [`${path} ${typeof value === 'number' ? +value.toFixed(3) : value}`];
  return data === null ? '' : pairs(data, '').join(' · ');
};

const row = (event) => {
  const line = document.createElement('tr');
  line.dataset.source = event.source;
  line.classList.toggle('failed', event.kind.endsWith('.failed'));
  line.hidden = chosen !== '' && event.source !== chosen;
  const cells = [event.id, new Date(event.at).toLocaleTimeString(), event.source, event.kind, details(event.data)];
  line.append(...cells.map((text) => {
    const cell = document.createElement('td');
    cell.textContent = text;
    return cell;
  }));
  return line;
};

const choose = (source) => {
  chosen = source;
  for (const [name, button] of sources) button.setAttribute('aria-pressed', String(name === source));
  for (const line of rows.children) line.hidden = source !== '' && line.dataset.source !== source;
};

const offer = (source, label) => {
  if (sources.has(source)) return;
  const button = document.createElement('button');
  button.textContent = label;
  button.setAttribute('aria-pressed', String(source === chosen));
  button.addEventListener('click', () => choose(source));
  sources.set(source, button);
  filters.append(button);
};

const count = () => {
  const now = Date.now();
  while (times.length > 0 && times[0] < now - MINUTE) times.shift();
  set('total', total);
  set('rate', times.length);
  set('sources', Math.max(0, sources.size - 1));
  set('failures', failures);
};

const show = (event) => {
  last = event.id;
  total += 1;
  failures += event.kind.endsWith('.failed') ? 1 : 0;
  times.push(event.at);
  offer('', 'All');
  offer(event.source, event.source);
  rows.prepend(row(event));
  while (rows.children.length > SHOWN) rows.lastElementChild.remove();
  document.getElementById('empty').hidden = true;
  count();
};

const link = (state, text) => {
  const element = document.getElementById('link');
  element.className = state;
  element.textContent = text;
};

const follow = () => {
  const stream = new EventSource(`api/events/stream?after=${last}`);
  stream.addEventListener('open', () => link('live', 'live'));
  stream.addEventListener('message', (message) => show(JSON.parse(message.data)));
  stream.addEventListener('error', () => {
    link('lost', 'connection lost, trying again');
    // A browser gives up after an error answer, such as the proxy's while the API starts.
    if (stream.readyState === EventSource.CLOSED) setTimeout(follow, 2000);
  });
};

follow();
setInterval(count, 5000);
