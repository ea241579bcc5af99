// Heads of the table become buttons that sort by their column, first upwards, then downwards.
const sortableTable = ({ events, locale }, rows) => {
  const compare = new Intl.Collator(locale, { numeric: true }).compare;

  function sort(header, column) {
    const up = header.getAttribute('aria-sort') !== 'ascending';
    for (const other of header.parentNode.children) other.removeAttribute('aria-sort');
    header.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    const value = (i) => (column === 0 ? events[i].from ?? events[i].to ?? Infinity : rows[i].cells[column].textContent);
    const order = events.map((_, i) => i).sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      const by = column === 0 ? (x === y ? 0 : x < y ? -1 : 1) : compare(x, y);
      return (up ? by : -by) || a - b;
    });
    byId('rows').append(...order.map((i) => rows[i]));
  }

  document.querySelectorAll('#events thead th').forEach((header, column) => {
    const button = element('button', header.textContent);
    button.type = 'button';
    button.addEventListener('click', () => sort(header, column));
    header.replaceChildren(button);
  });
};
