(function () {
  'use strict';
  var domain = document.getElementById('domain');
  var material = document.getElementById('material');
  var period = document.getElementById('period');
  var picked = document.getElementById('picked');
  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }
  function filter() {
    var field = !domain || domain.value === '' ? null : domain.value.split(' ');
    each('[data-m]', function (part) {
      var m = part.getAttribute('data-m');
      var out = (field && field.indexOf(m) < 0) || (material.value !== '' && m !== material.value);
      part.classList.toggle('dim', Boolean(out));
    });
  }
  function narrow() {
    var field = !domain || domain.value === '' ? null : domain.value.split(' ');
    Array.prototype.forEach.call(material.options, function (option) {
      option.hidden = Boolean(field) && option.value !== '' && field.indexOf(option.value) < 0;
      if (option.hidden && option.selected) {
        material.value = '';
      }
    });
    filter();
  }
  if (material) {
    document.querySelector('.filters').hidden = false;
    material.addEventListener('change', filter);
    if (domain) {
      domain.addEventListener('change', narrow);
    }
    narrow();
  }
  function show() {
    each('[data-period]', function (figure) {
      figure.hidden = figure.getAttribute('data-period') !== period.value;
    });
  }
  if (period) {
    period.addEventListener('change', show);
    show();
  }
  each('.wide', function (part) {
    if (part.querySelector('.map')) {
      part.scrollLeft = (part.scrollWidth - part.clientWidth) / 2;
    }
  });
  var opened = [];
  window.addEventListener('beforeprint', function () {
    opened = [];
    each('details', function (part) {
      if (!part.open && !part.querySelector('pre') && part.querySelectorAll('tr').length < 130) {
        part.open = true;
        opened.push(part);
      }
    });
  });
  window.addEventListener('afterprint', function () {
    opened.forEach(function (part) {
      part.open = false;
    });
  });
  function tell(event) {
    var part = event.target.closest('[data-grams], .node, circle');
    var title = part && part.querySelector('title');
    if (title) {
      picked.textContent = title.textContent;
    }
  }
  function step(event) {
    var by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    var bands = Array.prototype.filter.call(event.currentTarget.querySelectorAll('[data-grams]'), function (band) {
      return !band.classList.contains('dim');
    });
    if (by === 0 || bands.length === 0) {
      return;
    }
    event.preventDefault();
    var now = bands.findIndex(function (band) {
      return band.classList.contains('on');
    });
    each('.on', function (band) {
      band.classList.remove('on');
    });
    var next = bands[(now < 0 && by < 0 ? bands.length - 1 : now + by + bands.length) % bands.length];
    next.classList.add('on');
    picked.textContent = next.querySelector('title').textContent;
  }
  each('.fig', function (figure) {
    figure.addEventListener('keydown', step);
    figure.addEventListener('click', tell);
    figure.addEventListener('mouseover', tell);
  });
})();
