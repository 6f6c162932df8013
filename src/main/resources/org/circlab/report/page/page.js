(function () {
  'use strict';
  var material = document.getElementById('material');
  var picked = document.getElementById('picked');
  if (material) {
    material.parentElement.hidden = false;
    material.addEventListener('change', function () {
      document.querySelectorAll('[data-m]').forEach(function (part) {
        part.classList.toggle('dim', material.value !== '' && part.getAttribute('data-m') !== material.value);
      });
    });
  }
  window.addEventListener('beforeprint', function () {
    document.querySelectorAll('details').forEach(function (part) {
      part.open = !part.querySelector('pre') || part.open;
    });
  });
  function tell(event) {
    var part = event.target.closest('[data-grams], .node, circle');
    var title = part && part.querySelector('title');
    if (title) {
      picked.textContent = title.textContent;
    }
  }
  document.querySelectorAll('.fig').forEach(function (figure) {
    figure.addEventListener('click', tell);
    figure.addEventListener('mouseover', tell);
  });
})();
