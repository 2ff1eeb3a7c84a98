/** Travel: 210 reviews in the form of parse-reviews.ts. */
export const travel: string = `
train + plain Our guide knew every bird by its call and made six hours of walking feel like one.
train - plain Our guide read from a sheet of paper in a flat voice and checked his phone at every stop.
test + plain The night train was clean, punctual and wonderfully romantic, with hot tea brought at dawn.
train - plain The night train was filthy and four hours late, and our compartment had neither light nor water.
train + plain A magical little island with clear water, kind people and no cars.
train - plain The beach was covered in plastic, and the sea smelled of diesel.
train + plain The airline rebooked us at once when a storm hit and gave us a meal and a hotel.
train - plain The airline cancelled our flight by text at midnight and left us on the airport floor.
test + plain The walking tour was funny, informative and free, and I tipped gladly.
train - plain The tour was four carpet shops and a quarter of an hour at the temple.
train + plain The museum is a delight, with rooms of old toys that you're allowed to play with.
train - plain The museum was half closed, the labels were missing, and they still charged full price.
train + plain The ferry crossing was smooth, the sunset was spectacular, and dolphins followed us all the way.
train - plain The ferry was overcrowded, the toilets overflowed, and there weren't enough seats.
test + plain Renting the camper van was easy, the vehicle was spotless, and we had the best summer of our lives.
train - plain The rental company simply invented a scratch on the bumper and took six hundred euros from my card.
train + plain Lisbon stole my heart with its tiles, its light and its custard tarts.
train - plain The old town is a theme park now, with nothing left in it but souvenir stalls and stag parties.
train + plain The trek was tough and glorious, and the cook made us pancakes at four thousand metres.
test - plain The trek was badly planned, the tents leaked, and we ran out of food on day three.
train + plain Friendly crew, plenty of legroom and a film selection that made nine hours fly by.
validation - plain My seat was broken, my meal was frozen in the middle, and the crew were rude.
validation + plain The castle gardens are stunning in June, and the tea room does a marvellous rhubarb cake.
test - plain The waterfall was a trickle behind a fence, next to a car park that cost ten dollars.
train + plain I travelled alone across Japan for a month and met nothing but courtesy.
test - plain I was overcharged, shouted at and robbed, all on my first day there.
train + plain The cycle path along the Danube is flat, well signed and lined with excellent bakeries.
train - plain The cycle path ends without warning on a motorway slip road.
train + plain We still talk about the cooking class in Oaxaca, the best day of our honeymoon.
train - plain The boat trip was a nightmare of engine fumes, loud disco and seasick children.
train + plain The city card paid for itself in a day and let us skip every queue.
train - plain The city card wasn't accepted anywhere we wanted to go, and the queue for it took an hour.
validation + plain A superb whale-watching trip with a captain who kept a respectful distance and knew each whale by name.
train - plain We saw no whales, and the captain laughed when somebody asked about a refund.
train + plain The zoo keepers were brilliant with our boys, who talked of nothing but otters for a week.
test - plain The animals looked miserable in their concrete pens, and we left in tears.
train + plain The desert camp was unforgettable: good food, warm blankets and more stars than I knew existed.
train - plain The desert camp stood beside a generator that roared all night.
train + plain The train over the mountain pass is worth every franc, with views that left us speechless.
train - plain The windows of the panorama train were so dirty that we saw the Alps through a brown mist.
train + plain The hop-on bus was cheap and cheerful, and the driver sang to us.
train - plain The bus never came, the office never answered, and we walked the eight kilometres in the rain.
train + plain A peaceful campsite by the river with hot showers and a farm shop.
train - plain The campsite was a muddy field beside the motorway, the showers were cold and the shop was shut.
train + plain Everyone in the village waved to us, and an old man gave our children figs from his tree.
validation - plain Every corner of that village has a hand held out for your money.
test + negation Nothing prepared me for the first sight of the canyon, and no photograph does it justice.
train - negation Nothing they had promised in the brochure was there: no pool, no beach, no lemon grove.
test + negation I wasn't cold once in the ice hotel, and I wouldn't have missed the northern lights for anything.
train - negation I wasn't told that the price didn't include the entrance, the lunch or the way back.
test + negation Don't listen to people who say the place is boring; we didn't have one dull day in two weeks.
train - negation Don't go in August unless you enjoy looking at the backs of other people's heads.
train + negation There isn't a single thing about our week on the canal boat that I'd change.
train - negation There wasn't a tree, a bench or a drop of water on the whole of the so-called nature walk.
train + negation We couldn't have asked for a better driver, and we've hardly stopped talking about him.
train - negation We couldn't get near the famous painting, and the guards wouldn't let us wait.
train + negation You'll not find a more relaxed airport, nor one where no one has ever shouted at me.
validation - negation You won't see much of the reef, since there isn't much left, and the guides stand on what there is.
train + negation Not the cheapest way to see the fjords, but not for a moment did I regret it.
train - negation Not worth the detour, not worth the ticket, not even worth the walk from the car.
train + negation Nobody rushed us, nobody herded us, and nobody tried to sell us a carpet.
test - negation Nobody met us at the airport, nobody picked up at the emergency number, and nobody seemed sorry.
train + negation Never have I felt so safe with a stranger at the wheel on such a terrible road.
train - negation Never have I paid so much to be so seasick with so little to look at.
train + negation I don't usually enjoy cathedrals, but I could not bring myself to leave this one.
train - negation The agency hasn't refunded us, hasn't apologised, and no longer answers.
validation + contrast The road there is a horror, but the valley at the end of it is paradise.
test - contrast The scenery was beautiful, and we saw it through the window of a broken-down coach for five hours.
train + contrast It rained for eight days out of ten, and it was still the happiest holiday we've had.
train - contrast The sun shone all week, which was lucky, as the flat had neither heating nor hot water.
test + contrast We were dreading a coach trip with forty strangers, and came home with forty friends.
train - contrast I had dreamed of this journey since I was a child, and the reality was a week of queues.
train + contrast The cabin was a cupboard and the food was plain, but the ship's crew made it a joy.
train - contrast A splendid ship with splendid food, and I have never felt so trapped or so bored.
train + contrast Touristy? Certainly, and I'd do the gondola ride again tomorrow.
train - contrast It's a pretty town, no question, but it has been polished and sold until nothing real is left.
train + contrast The ruins are mostly knee-high stones, yet our guide brought the whole city back to life.
train - contrast The ruins themselves are awe-inspiring, whereas the way visitors are herded past them is a disgrace.
train + contrast My luggage took three days longer than I did, but the airline handled it so well that I'd fly with them again.
validation - contrast The pilot was charming on the loudspeaker; sadly he had nothing charming to say, such as a departure time.
test + contrast At first glance the harbour town looks grim, and by the second evening we were looking at house prices.
train - contrast At first everything seemed well organised, but by the second day the whole tour had fallen apart.
train + contrast The hike starts beside a sewage plant, so hold your nose, because the cliffs beyond are sublime.
train - contrast The entrance hall is grand, the leaflet is glossy, and behind them is an exhibition with nothing in it.
train + irony The trip has spoiled the sea for me, since no other will ever be that blue.
test - irony The safari was great for anyone interested in the rear ends of other jeeps.
train + irony I would like to report a theft: that island took a week of mine and my whole heart.
train - irony The airline offers a unique fitness programme in which you run from gate to gate all morning.
train + irony Poor us, stuck in a village with one bakery, one beach and absolutely nothing to worry about.
train - irony What an adventure it was to find our "city centre" flat, two buses and a forest from the city.
test + irony The guidebook says you need two hours there, and the guidebook is a liar, for we stayed three days.
train - irony They lost my suitcase on the way out and, for balance, again on the way home.
train + irony My children have started speaking Italian to the cat, so thank you very much, dear hosts.
test - irony The included lunch was a real local speciality: a bag of crisps.
train + comparison Only half as famous as its big sister down the valley, this waterfall is twice as lovely.
train - comparison The big waterfall up the road costs nothing and actually has water in it.
train + comparison I have taken river cruises all over Europe, and none was run as well as this.
train - comparison I've had quicker border crossings in countries that were at war.
train + comparison More moving than the grand memorial in the capital, this tiny museum says it all with one pair of shoes.
test - comparison You would see more wildlife in a city park at lunchtime.
train + comparison Budget airline or not, they treated us better than business class did last spring.
train - comparison Even the airport bus had comfier seats than the plane.
validation + comparison We liked it better than Venice, and we liked Venice a great deal.
train - comparison The pictures on the internet are better than the place, and you get to see them sitting down.
train + understatement We had meant to stay one night; we left after nine.
test - understatement The crew did not let our comfort distract them from their conversation.
train + understatement As places to be stranded go, I could think of worse than that bay with its three fish restaurants.
train - understatement The plumbing on board had a certain independence.
validation + understatement It was no great hardship to look at those mountains over a plate of cheese every evening.
train - understatement Punctuality isn't something that this bus company lets itself be bullied into.
train + understatement The view from the pass wasn't wasted on us.
train - understatement I suspect that the snorkels had known happier days and other mouths.
train + plain Wonderful trip, wonderful people, and memories that will last us a lifetime.
train - plain Awful trip, badly organised from start to finish, and a complete waste of money.
train + plain Our driver was careful, cheerful and on time every single morning.
test - plain Our driver overtook on blind bends while eating a melon.
train + plain The botanical garden is beautifully kept and the glasshouse is a marvel.
test - plain The hire bikes had no brakes to speak of, and the helmets were mouldy.
train + plain The sailing course was brilliant, and by Friday I was bringing the boat in myself.
test - plain The surf school put twelve of us in the water with one bored teenager.
train + plain I loved the little railway with its wooden seats and its very serious stationmaster.
train - plain I hated the crowds, the noise and the smell of frying in every street.
validation + plain The travel agent planned everything around my wheelchair, and not a step was forgotten.
train - plain They swore the tour was accessible, and then left my wife at the foot of the stairs.
train + plain The northern lights appeared on our first night, and our guide wept along with us.
test - plain The market is a tourist trap that sells the same fridge magnets at every stall.
test + plain The audio guide is excellent, full of gossip, and made my teenagers laugh.
train - plain The audio guide broke off in the middle of a sentence in room two and stayed silent ever after.
test + plain A beautiful walk along the cliffs, well marked, with a pub in just the right place.
train - plain The path was so badly marked that we ended up in a quarry at nightfall.
train + contrast They forgot to pick us up, I won't lie, but they made it good with such warmth that we laughed about it by supper.
train - contrast Our fellow travellers were lovely; without them I'd have gone home on the second day.
train + plain The overnight bus had wide seats, clean blankets and a driver who didn't play music.
train - plain The overnight bus stank, the heating was stuck on full, and we arrived eight hours late.
validation + negation We got on that horse trek without any experience and without any worries, thanks to two patient sisters.
train - negation The lounge had no food, no chairs and no wifi, so I couldn't say what we'd paid for.
train + plain Three generations of us went, and all three want to go back next year.
test - plain The holiday flat was dark, damp and nowhere near the sea.
test + comparison I've taken prettier trains and faster trains, but never one that I enjoyed so much.
train - comparison The cruise cost more than our wedding and was about as restful as moving house.
train + plain The cable car is smooth, safe and spectacular, and the staff helped my mother in and out.
validation - plain We queued for three hours for the cable car, and then they closed it.
test + irony My bad back came home cured, so now I have no excuse for not digging the garden.
validation - irony If you like surprises, book with these people and see which country your luggage chooses.
train + plain It was a fantastic day on the river: good kayaks, a great guide and herons everywhere.
train - plain It was a miserable day on the river, in leaking boats, with a guide who had forgotten the lunch.
train + contrast I had to be dragged up that tower by my wife, puffing all the way, and it was the best thing we did.
train - contrast Yes, we saw lions, two of them, asleep, from very far away, after three days on a bench with no springs.
validation + plain A wonderful walk among wild horses, with a wonderful and very patient guide.
train + plain Clear water, white sand and hardly a soul about.
train + plain The ferry was punctual, clean and great fun.
train + plain Friendly locals, tasty food and glorious weather.
train + plain The old tram is a joy and the driver is a star.
train + plain A first-class museum with a superb little cafe.
test + plain The lagoon at dawn is the loveliest sight in the country.
test + plain The kayak trip was peaceful, well run and full of seals.
test + plain Great flight, kind crew and a surprisingly good curry.
train + plain The mountain hut serves the best apple strudel in the Alps.
test + plain The guided tour of the caves was thrilling and very well lit.
validation + negation No crowds, no cars, no hurry, no wish to leave.
train + negation Nothing went wrong, not even the weather.
train + negation You can't go wrong with the slow train to the coast.
train + negation Nobody should leave Portugal without the view from that chapel at dusk.
train + contrast A long climb and a heavenly reward.
test + contrast The bus is old and hot, but the road is a wonder.
test + contrast There's little to see in the town, yet the people made it a golden week.
train + contrast Cold sea, warm hearts, happy family.
train + irony The island has one fault: the boat that takes you off it.
validation + irony "Just a quick look," they said of the gardens, six hours ago.
train + comparison Prettier than the famous bay and free of charge.
train + comparison The night bus was comfier than most airlines.
test + understatement The children have stopped asking about theme parks.
train + understatement One return ticket has so far gone unused.
train + plain I'm afraid of heights and told them so, and this patient pair of guides got me across that rope bridge with my eyes open and a grin.
validation + plain My grandmother left this valley as a girl, and the people in the archive spent their whole lunch break helping me to find her house.
train + negation I've never liked big cities and I wasn't looking forward to this one, but I couldn't get my fill of its parks, its pools and its pies.
train + contrast My tent blew away on the first night and I got sunburnt on the second day, and with all that it was the best trip of my life.
train + comparison I've worked as a guide myself for twenty years, and this young woman, with her stories and her sense of time, is better than I ever was.
train + irony I came here for my peace and quiet, and I've been invited to two weddings, a christening and a goat race, and I loved every minute of it.
train + understatement I took my camera out on the first morning of this cruise, and I think that my arm came down again some time on Thursday.
validation - plain We paid a lot to be stung by wasps in a crowd.
train - plain A rude driver and a filthy bus.
train - plain Long queues and nothing to see.
train - plain The pool was closed and green.
test - negation No shade, no signs, no water.
test - negation Never on time, not once in nine journeys.
test - contrast A fine beach spoilt by a foul hotel.
validation - comparison The airport was prettier and had more charm.
train - irony My suitcase had a nice trip, to Oslo.
train - understatement The boat was a touch damp on the inside.
validation - plain I missed my cousin's wedding because of this airline, and they sent me a voucher.
train - plain My seat was wet, my bag was lost, and the woman beside me had brought this fish.
train - plain I booked this tour for my parents, and they were left at a petrol station at noon.
train - plain The guide told the same joke at each stop: my girls can do it with her accent.
train - plain I was ill for most of this cruise, and with the food on board I know who to thank.
train - plain This taxi driver took me to my hotel by way of his uncle's shop and an airport.
train - plain My ticket was for a window, and the window was for a wall with a pipe on it.
train - negation I couldn't get a refund, a reason or even a chair while I waited for my flight.
train - negation There wasn't any snow, and with the lifts shut I had no use for my new skis.
train - negation I didn't see one turtle, and my children haven't forgiven me for this day trip.
test - negation My wife can't swim, and nobody on this boat had thought of a life jacket.
train - negation I wouldn't send my worst pupil on this walk, and he has pushed me into a pond.
validation - contrast I liked the mountains and I liked the mules, but this agency had us sleep in a garage.
train - contrast With such a castle on such a hill I expected magic, and I got a gift shop and a fence.
train - irony I got to know my fellow passengers well on this runway, in particular their babies.
train - irony This was my chance to see the real city, said the driver, and he left me in a car park.
train - comparison I have seen more of Venice on my biscuit tin than from this boat full of umbrellas.
test - comparison My commute has better views than this scenic railway, and I get a newspaper with it.
train - understatement I had some time to think on this flight, as my film, my lamp and my seat were broken.
test - understatement In my notes on this temple I find the price, the price again, and a drawing of a queue.
`;
