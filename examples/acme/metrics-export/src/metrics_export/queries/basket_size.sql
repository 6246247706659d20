-- Mean revenue of sessions with a purchase. Other currencies than the euro are rare and left out.
SELECT site, round(avg(revenue), 2) AS value
  FROM sessions
 WHERE furthest_step = 'purchased' AND currency = 'EUR'
 GROUP BY site
 ORDER BY site
