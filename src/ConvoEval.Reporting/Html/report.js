(function () {
  'use strict';
  var root = document.documentElement;
  var theme = document.getElementById('theme');
  function stored(value) {
    try {
      if (value) localStorage.setItem('convoeval-theme', value);
      return localStorage.getItem('convoeval-theme');
    } catch (refused) {
      return null;
    }
  }
  function isDark() {
    var chosen = root.getAttribute('data-theme');
    return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  }
  function name() {
    theme.textContent = isDark() ? 'Light' : 'Dark';
    theme.setAttribute('aria-label', 'Switch to the ' + (isDark() ? 'light' : 'dark') + ' theme');
  }
  var before = stored();
  if (before === 'dark' || before === 'light') root.setAttribute('data-theme', before);
  theme.hidden = false;
  name();
  theme.addEventListener('click', function () {
    var next = isDark() ? 'light' : 'dark';
    root.setAttribute('data-theme', next);
    stored(next);
    name();
  });

  var filter = document.getElementById('filter');
  if (filter) {
    var groups = Array.prototype.slice.call(document.querySelectorAll('details.group'));
    var count = document.getElementById('filter-count');
    var all = document.getElementById('open-all');
    filter.closest('.tools').hidden = false;
    filter.addEventListener('input', function () {
      var words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
      var shown = 0;
      groups.forEach(function (group) {
        var text = group.textContent.toLowerCase();
        var fits = words.every(function (word) { return text.indexOf(word) >= 0; });
        group.hidden = !fits;
        if (fits) shown++;
      });
      count.textContent = words.length ? shown + ' of ' + groups.length + ' groups' : '';
    });
    all.addEventListener('click', function () {
      var open = groups.some(function (group) { return !group.hidden && !group.open; });
      groups.forEach(function (group) { if (!group.hidden) group.open = open; });
      all.textContent = open ? 'Close all' : 'Open all';
    });
  }

  function openTarget() {
    var target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (target && target.tagName === 'DETAILS') target.open = true;
  }
  addEventListener('hashchange', openTarget);
  openTarget();

  var opened = [];
  addEventListener('beforeprint', function () {
    opened = Array.prototype.filter.call(document.querySelectorAll('details'), function (part) { return !part.open; });
    opened.forEach(function (part) { part.open = true; });
  });
  addEventListener('afterprint', function () {
    opened.forEach(function (part) { part.open = false; });
  });
})();
