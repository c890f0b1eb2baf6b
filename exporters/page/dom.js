// Elements from names and texts. Nothing here or elsewhere reads text as HTML: names of the data are text nodes, always.

export const byId = id => document.getElementById(id);

export const element = (tag, properties, ...children) => {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(properties || {})) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (key === 'class') made.className = value;
    else made.setAttribute(key, value);
  }
  for (const child of children.flat()) if (child != null) made.append(child);
  return made;
};

const markPaths = {
  paper: 'M2 2h10v10h-10z', author: 'M7 3a4 4 0 1 0 .01 0z', method: 'M7 1.5a5.5 5.5 0 1 0 .01 0z',
  benchmark: 'M7 .5L13.5 7L7 13.5L.5 7z', dataset: 'M1 2.2h12L7 13z', task: 'M4.5 1v3.5h-3.5v5h3.5v3.5h5v-3.5h3.5v-5h-3.5v-3.5z',
};

/// The shape and colour of a kind, for eyes that cannot tell one of them.
export const mark = kind => {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg'), path = document.createElementNS(space, 'path');
  svg.setAttribute('class', 'mark ' + kind);
  svg.setAttribute('viewBox', '0 0 14 14');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', markPaths[kind] || markPaths.method);
  svg.append(path);
  return svg;
};

export const counted = new Intl.NumberFormat('en').format;
export const clipped = (text, most) => text.length > most ? text.slice(0, most - 1).trimEnd() + '…' : text;
